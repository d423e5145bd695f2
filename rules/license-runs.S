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
/* struct ml_run_index: its two members are of a pointer's size. */
	.section .data.rel.ro, "aw", @progbits
	.balign 8
	.global ml_license_runs_index
	.hidden ml_license_runs_index
ml_license_runs_index:
	.dc.a ml_license_runs
	.dc.a ml_license_runs_end - ml_license_runs
	.section .note.GNU-stack, "", @progbits
