"""Everything that needs Qt: presenters, item models, the page view, panels, windows."""
