"""What every engine behind the seam (`index.search.engine`) has to do, by subject."""
