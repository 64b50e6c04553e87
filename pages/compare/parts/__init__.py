"""Parts that the compare pages share: choosing, drawing, rows."""
