#include "lint/text/markdown_p.h"

#include "lint/base/limits.h"

void md_table_begin(struct md_builder *b, struct md_table *table)
{
	md_close(b);
	table->number = ++b->tables_nr;
	table->row = table->cell = 0;
	table->in_row = table->in_cell = false;
	table->has_header = false;
	table->header_nr = 0;
}

void md_table_end(struct md_builder *b, struct md_table *table)
{
	md_close(b);
	table->number = 0;
	table->in_row = table->in_cell = false;
	table->header_nr = 0;
}

void md_row_begin(struct md_builder *b, struct md_table *table)
{
	md_close(b);
	if (table->in_row)
		table->row++;
	table->in_row = true;
	table->in_cell = false;
	table->cell = 0;
	table->label = table->first_block = 0;
}

/* The first row is a header as long as its cells are: at the first plain one, all of it becomes row 1. */
static void make_row_plain(struct md_builder *b, struct md_table *table)
{
	for (size_t i = table->first_block; i && i <= b->blocks_nr; i++)
		if (b->blocks[i - 1].table == table->number)
			b->blocks[i - 1].row = 1;
	table->row = 1;
	table->has_header = false;
	table->header_nr = 0;
}

/* Cells count against the limit of blocks even where they are empty: Markdown fills short rows up to the width of the header. */
void md_cell_begin(struct md_builder *b, struct md_table *table, bool header)
{
	md_cell_end(b, table);
	if (++b->cells_nr > ML_LIMIT_MARKDOWN_BLOCKS)
		b->cut = true;
	if (!table->in_row)
		md_row_begin(b, table);
	if (table->row == 0 && header)
		table->has_header = true;
	else if (table->row == 0)
		make_row_plain(b, table);
	table->in_cell = true;
}

void md_cell_end(struct md_builder *b, struct md_table *table)
{
	md_close(b);
	table->cell += table->in_cell;
	table->in_cell = false;
}
