/*
 * Times whole processes side by side: A B A B …, so that a slower moment of the machine meets both.
 *
 *     timer RUNS FOLDER -- A ARGS... -- B ARGS...
 *
 * Prints one line a command: median wall time in microseconds, the tenth and ninetieth of a hundred, peak memory in KiB,
 * exit status, median processor time in microseconds; then the medians of the ratios A/B of neighboring runs: of wall time, of processor time. The commands' output is thrown away.
 */
#include <assert.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define COMMANDS 2
#define RUNS_MAX 10000

struct command {
	char **argv;
	double *wall; /* microseconds, one a run */
	double *cpu;  /* likewise, of user and system, and of children that were waited for */
	long peak;    /* KiB, the largest of all runs */
	int status;   /* of the last run */
};

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

static double microseconds(const struct timeval *time)
{
	return (double)time->tv_sec * 1e6 + (double)time->tv_usec;
}

static int run_once(struct command *command, size_t run)
{
	posix_spawn_file_actions_t actions;
	struct rusage usage = { 0 };
	assert(command->argv && command->argv[0]); /* main has cut the words into commands */
	pid_t child;
	int status;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	double from = now();
	int failed = posix_spawnp(&child, command->argv[0], &actions, NULL, command->argv, environ);
	if (!failed && wait4(child, &status, 0, &usage) != child)
		failed = 1;
	command->wall[run] = now() - from;
	command->cpu[run] = microseconds(&usage.ru_utime) + microseconds(&usage.ru_stime);
	posix_spawn_file_actions_destroy(&actions);
	if (failed) {
		fprintf(stderr, "timer: cannot run '%s'\n", command->argv[0]);
		return -1;
	}
	command->peak = usage.ru_maxrss > command->peak ? usage.ru_maxrss : command->peak;
	command->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	return 0;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static double share(double *values, size_t nr, double of)
{
	qsort(values, nr, sizeof *values, by_size);
	return values[(size_t)((double)(nr - 1) * of)];
}

/* Cuts the arguments at each "--"; returns how many commands there are. */
static size_t cut(struct command *commands, char **args)
{
	size_t nr = 0;
	for (; *args; args++) {
		if (strcmp(*args, "--") != 0)
			continue;
		*args = NULL;
		if (nr == COMMANDS || !args[1])
			return 0;
		commands[nr++].argv = args + 1;
	}
	return nr;
}

static void print(struct command *commands, size_t runs)
{
	static double wall[RUNS_MAX], cpu[RUNS_MAX];
	for (size_t i = 0; i < runs; i++) {
		wall[i] = commands[0].wall[i] / commands[1].wall[i];
		cpu[i] = commands[0].cpu[i] / (commands[1].cpu[i] + 1);
	}
	for (size_t i = 0; i < COMMANDS; i++)
		printf("%s\t%.0f\t%.0f\t%.0f\t%ld\t%d\t%.0f\n", i ? "B" : "A", share(commands[i].wall, runs, 0.5),
		       share(commands[i].wall, runs, 0.1), share(commands[i].wall, runs, 0.9), commands[i].peak,
		       commands[i].status, share(commands[i].cpu, runs, 0.5));
	printf("A/B\t%.6f\t%.6f\n", share(wall, runs, 0.5), share(cpu, runs, 0.5));
}

int main(int argc, char **argv)
{
	static double wall[COMMANDS][RUNS_MAX], cpu[COMMANDS][RUNS_MAX];
	struct command commands[COMMANDS] = { { .wall = wall[0], .cpu = cpu[0] }, { .wall = wall[1], .cpu = cpu[1] } };
	size_t runs = argc > 2 ? (size_t)strtoul(argv[1], NULL, 10) : 0;
	if (runs < 1 || runs > RUNS_MAX || cut(commands, argv + 3) != COMMANDS) {
		fputs("usage: timer RUNS FOLDER -- A ARGS... -- B ARGS...\n", stderr);
		return 2;
	}
	if (chdir(argv[2])) {
		fprintf(stderr, "timer: no folder '%s'\n", argv[2]);
		return 2;
	}
	size_t warm = runs < 2 ? 0 : runs < 10 ? 1 : 3; /* they warm the caches, and are written over */
	for (size_t i = 0; i < warm + runs; i++)
		for (size_t j = 0; j < COMMANDS; j++)
			if (run_once(&commands[j], i < warm ? 0 : i - warm))
				return 1;
	for (size_t j = 0; j < COMMANDS; j++)
		if (commands[j].status == 127)
			return 1;
	print(commands, runs);
	return 0;
}
