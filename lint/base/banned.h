/*
 * Functions that write without knowing the room, keep hidden state, or start a
 * shell: a call of one does not compile. CMake includes this file in front of
 * every C file of ours; git's banned.h does the same. Add to it when a review
 * finds another. Instead: ml_buf (lint/base/buf.h), ml_span, snprintf.
 */
#pragma once

/* Their declarations come first, or the macros below would tear them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <wchar.h>

#ifdef __has_include
#if __has_include(<alloca.h>)
#include <alloca.h>
#endif
#endif

#define ML_BANNED(function) sorry_##function##_is_banned_here

#undef strcpy
#define strcpy(to, from) ML_BANNED(strcpy)
#undef strcat
#define strcat(to, from) ML_BANNED(strcat)
#undef strncpy
#define strncpy(to, from, size) ML_BANNED(strncpy)
#undef strncat
#define strncat(to, from, size) ML_BANNED(strncat)
#undef stpcpy
#define stpcpy(to, from) ML_BANNED(stpcpy)
#undef strtok
#define strtok(text, signs) ML_BANNED(strtok)
#undef strtok_r
#define strtok_r(text, signs, state) ML_BANNED(strtok_r)
#undef sprintf
#define sprintf(...) ML_BANNED(sprintf)
#undef vsprintf
#define vsprintf(...) ML_BANNED(vsprintf)
#undef gets
#define gets(to) ML_BANNED(gets)
#undef tmpnam
#define tmpnam(to) ML_BANNED(tmpnam)
#undef mktemp
#define mktemp(to) ML_BANNED(mktemp)
#undef alloca
#define alloca(size) ML_BANNED(alloca)
#undef system
#define system(command) ML_BANNED(system)
#undef popen
#define popen(command, mode) ML_BANNED(popen)
#undef asctime
#define asctime(time) ML_BANNED(asctime)
#undef ctime
#define ctime(time) ML_BANNED(ctime)
#undef gmtime
#define gmtime(time) ML_BANNED(gmtime)
#undef localtime
#define localtime(time) ML_BANNED(localtime)
