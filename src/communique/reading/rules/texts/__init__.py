"""Text as the reader sees it: tokens in sentences, dates, and the document all parts share."""
