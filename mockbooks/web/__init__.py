"""The only place that knows Flask and sockets: the pipeline with its two drivers, the views, the document and the pages."""
