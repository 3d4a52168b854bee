"""What documents name and state, one module for each kind; every rule has a name."""
