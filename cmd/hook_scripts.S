/* The scripts of hooks/ as part of the program, so that the program alone can install them; each ends with a NUL. */
	.section .rodata
	.global hook_pre_commit
	.hidden hook_pre_commit
hook_pre_commit:
	.incbin "pre-commit"
	.byte 0
	.global hook_pre_push
	.hidden hook_pre_push
hook_pre_push:
	.incbin "pre-push"
	.byte 0
	.global hook_pre_receive
	.hidden hook_pre_receive
hook_pre_receive:
	.incbin "pre-receive"
	.byte 0
	.global hook_update
	.hidden hook_update
hook_update:
	.incbin "update"
	.byte 0
	.section .note.GNU-stack, "", @progbits
