"""From readings to what readers may open: the journal, the working database, checks, publication, exports."""
