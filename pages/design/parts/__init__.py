"""Parts of the design pages: texts side by side, options, rows, the list, the editor, the preview, publishing."""
