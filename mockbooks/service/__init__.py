"""What one may do with any resource: strict schemas, filters, pages, and the operations themselves."""
