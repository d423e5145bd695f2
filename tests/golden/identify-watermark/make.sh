# The MIT license with clauses of our own in its middle: more words than a near text usually has, but all of the known ones.
[ -n "$LICENSE_TEXT" ] || exit 77
"$LICENSE_TEXT" "$SOURCE" mit >mit.txt || exit 77
awk '
	/THE SOFTWARE IS PROVIDED/ && !done {
		print "The lines of the program that draw the heron watermark, which leads to the page of"
		print "the project, must not be removed or changed by anyone. Whoever shows the pictures on"
		print "a page of their own keeps the watermark where all readers can see it, in its full"
		print "size, and puts nothing in front of it.\n"
		done = 1
	}
	{ print }
' mit.txt >LICENSE
rm mit.txt
