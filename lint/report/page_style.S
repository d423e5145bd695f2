/* The style of mlint report's page as part of the program; it ends with a NUL. */
	.section .rodata
	.global page_style
	.hidden page_style
page_style:
	.incbin "page.css"
	.byte 0
	.section .note.GNU-stack, "", @progbits
