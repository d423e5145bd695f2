/*
 * Every door of the C library to a network, bricked up. Even a slim libgit2
 * carries the code of clone and HTTP; linked into the program, these take the
 * place of the real ones, so that mlint cannot open a connection whatever a
 * repository or a library asks for. tests/release looks at the symbols.
 *
 * Looking up users and services is shut too: with glibc it may ask a name
 * service over a socket of its own. HOME tells libgit2 where home is.
 *
 * Not part of ml_source: tests talk to their workers over sockets.
 */
#undef _GNU_SOURCE /* the POSIX prototypes, without glibc's transparent unions */
#define _DEFAULT_SOURCE 1

#include <errno.h>
#include <netdb.h>
#include <pwd.h>
#include <stddef.h>
#include <sys/socket.h>
#include <sys/types.h>

/* NOLINTBEGIN(readability-*): names and const are as POSIX has them. */

static int refuse(void)
{
	errno = EACCES;
	return -1;
}

int socket(int domain, int type, int protocol)
{
	(void)domain, (void)type, (void)protocol;
	return refuse();
}

int socketpair(int domain, int type, int protocol, int ends[2])
{
	(void)domain, (void)type, (void)protocol, (void)ends;
	return refuse();
}

int connect(int fd, const struct sockaddr *address, socklen_t len)
{
	(void)fd, (void)address, (void)len;
	return refuse();
}

int bind(int fd, const struct sockaddr *address, socklen_t len)
{
	(void)fd, (void)address, (void)len;
	return refuse();
}

int listen(int fd, int backlog)
{
	(void)fd, (void)backlog;
	return refuse();
}

int accept(int fd, struct sockaddr *restrict address, socklen_t *restrict len)
{
	(void)fd, (void)address, (void)len;
	return refuse();
}

ssize_t send(int fd, const void *bytes, size_t len, int flags)
{
	(void)fd, (void)bytes, (void)len, (void)flags;
	return refuse();
}

ssize_t sendto(int fd, const void *bytes, size_t len, int flags, const struct sockaddr *to, socklen_t to_len)
{
	(void)fd, (void)bytes, (void)len, (void)flags, (void)to, (void)to_len;
	return refuse();
}

ssize_t sendmsg(int fd, const struct msghdr *message, int flags)
{
	(void)fd, (void)message, (void)flags;
	return refuse();
}

ssize_t recv(int fd, void *bytes, size_t len, int flags)
{
	(void)fd, (void)bytes, (void)len, (void)flags;
	return refuse();
}

ssize_t recvfrom(int fd, void *restrict bytes, size_t len, int flags, struct sockaddr *restrict from,
		 socklen_t *restrict from_len)
{
	(void)fd, (void)bytes, (void)len, (void)flags, (void)from, (void)from_len;
	return refuse();
}

ssize_t recvmsg(int fd, struct msghdr *message, int flags)
{
	(void)fd, (void)message, (void)flags;
	return refuse();
}

int getaddrinfo(const char *restrict node, const char *restrict service, const struct addrinfo *restrict hints,
		struct addrinfo **restrict found)
{
	(void)node, (void)service, (void)hints;
	*found = NULL;
	refuse();
	return EAI_SYSTEM;
}

void freeaddrinfo(struct addrinfo *list)
{
	(void)list; /* none was ever handed out */
}

const char *gai_strerror(int code)
{
	(void)code;
	return "mlint does not use the network";
}

int getnameinfo(const struct sockaddr *restrict address, socklen_t len, char *restrict host, socklen_t host_len,
		char *restrict service, socklen_t service_len, int flags)
{
	(void)address, (void)len, (void)host, (void)host_len, (void)service, (void)service_len, (void)flags;
	refuse();
	return EAI_SYSTEM;
}

struct hostent *gethostbyname(const char *name)
{
	(void)name;
	refuse();
	return NULL;
}

struct hostent *gethostbyaddr(const void *address, socklen_t len, int type)
{
	(void)address, (void)len, (void)type;
	refuse();
	return NULL;
}

struct servent *getservbyname(const char *name, const char *protocol)
{
	(void)name, (void)protocol;
	refuse();
	return NULL;
}

struct passwd *getpwnam(const char *name)
{
	(void)name;
	refuse();
	return NULL;
}

struct passwd *getpwuid(uid_t uid)
{
	(void)uid;
	refuse();
	return NULL;
}

int getpwnam_r(const char *restrict name, struct passwd *restrict entry, char *restrict room, size_t size,
	       struct passwd **restrict found)
{
	(void)name, (void)entry, (void)room, (void)size;
	*found = NULL; /* "no such user", not a failure */
	return 0;
}

int getpwuid_r(uid_t uid, struct passwd *restrict entry, char *restrict room, size_t size, struct passwd **restrict found)
{
	(void)uid, (void)entry, (void)room, (void)size;
	*found = NULL;
	return 0;
}

/* NOLINTEND(readability-*) */

#ifdef __GLIBC__
/* The C library's own code (its resolver comes along with threads) calls these by their inner names. */
#define INNER(name) __asm__(".globl __" #name "\n\t.set __" #name ", " #name)
INNER(socket);
INNER(connect);
INNER(bind);
INNER(listen);
INNER(send);
INNER(sendto);
INNER(sendmsg);
INNER(recvmsg);
#endif
