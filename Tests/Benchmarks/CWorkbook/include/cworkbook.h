#ifndef CWORKBOOK_H
#define CWORKBOOK_H

/// Writes the cells of `WorkbookCells` with libxlsxwriter in constant memory; 0 when done, else its error code.
int write_reference_workbook(const char *path, int rows, int columns);

#endif
