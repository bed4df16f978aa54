"""The only place that knows Flask and sockets: the pipeline with its drivers, the views, the document, the pages."""
