#include "cworkbook.h"

#include <stdio.h>
#include <xlsxwriter.h>

static const char *const items[] = {"小区党支部",   "志愿服务队", "清理野广告", "化解矛盾纠纷",
                                    "议事协商会", "服务居民",   "走访入户",   "网格"};
static const char *const streets[] = {"永泰街道", "古城街道", "新旺街道", "迎宾街道", "振华街道"};
static const char *const sentence = "永泰街道组织志愿者清理野广告五十余处、垃圾死角六百余平方米。";

static lxw_format *format(lxw_workbook *workbook, const char *code) {
    lxw_format *format = workbook_add_format(workbook);
    format_set_font_name(format, "宋体");
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (code) format_set_num_format(format, code);
    return format;
}

int write_reference_workbook(const char *path, int rows, int columns) {
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    lxw_workbook *workbook = workbook_new_opt(path, &options);
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, "台账");
    lxw_format *text = format(workbook, NULL);
    lxw_format *whole = format(workbook, "#,##0");
    lxw_format *tenths = format(workbook, "#,##0.0");
    lxw_format *hundredths = format(workbook, "#,##0.00");

    worksheet_set_column(sheet, 0, columns - 1, 14, NULL);
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_autofilter(sheet, 0, 0, rows, columns - 1);
    for (int column = 0; column < columns; column++) {
        char label[16];
        snprintf(label, sizeof label, "列%d", column);
        worksheet_write_string(sheet, 0, column, label, text);
    }
    for (int row = 0; row < rows; row++) {
        int r = row + 1;
        for (int c = 0; c + 10 <= columns; c += 10) {
            worksheet_write_number(sheet, r, c, row, whole);
            worksheet_write_string(sheet, r, c + 1, streets[row % 5], text);
            worksheet_write_string(sheet, r, c + 2, items[row % 8], text);
            worksheet_write_number(sheet, r, c + 3, row * 7 / 10.0, row * 7 % 10 ? tenths : whole);
            worksheet_write_number(sheet, r, c + 4, row % 1000, whole);
            worksheet_write_string(sheet, r, c + 5, sentence, text);
            worksheet_write_number(sheet, r, c + 6, row * 13, whole);
            worksheet_write_string(sheet, r, c + 7, "个", text);
            lxw_format *cents = row % 100 == 0 ? whole : row % 10 == 0 ? tenths : hundredths;
            worksheet_write_number(sheet, r, c + 8, row / 100.0, cents);
            worksheet_write_string(sheet, r, c + 9, "140213050001", text);
        }
    }
    return workbook_close(workbook);
}
