"""Parts of the guideline pages: the list, the outline, one recommendation, its evidence, publishing."""
