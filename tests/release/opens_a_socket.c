/* What mlint must not be: linked without no_network.c, so that tests/release/check has something to object to. */
#include <netdb.h>
#include <stddef.h>
#include <sys/socket.h>

int main(void)
{
	struct addrinfo *found = NULL;
	if (getaddrinfo("localhost", "http", NULL, &found) || !found)
		return 1;
	int fd = socket(found->ai_family, SOCK_STREAM, 0);
	int status = connect(fd, found->ai_addr, found->ai_addrlen);
	freeaddrinfo(found);
	return status != 0;
}
