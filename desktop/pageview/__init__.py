"""The page view: pages, what is lit on them, selecting, scrolling; pictures come from a process."""
