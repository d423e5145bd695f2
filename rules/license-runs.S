/* The license index as part of the binary: read-only, shared between processes, paged in where it is looked at. */
	.section .rodata
	.balign 16
	.global ml_license_runs
	.hidden ml_license_runs
ml_license_runs:
	.incbin ML_RUNS
	.global ml_license_runs_end
	.hidden ml_license_runs_end
ml_license_runs_end:
	.byte 0
	.section .note.GNU-stack, "", @progbits
