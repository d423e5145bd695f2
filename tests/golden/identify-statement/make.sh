# Our own license text: with names where the template has a blank, and with a statement there.
blank='Copyright \[yyyy\] \[name of copyright owner\]'
sed "s/.*$blank.*/   2026 Heron Labs GmbH and its affiliates, Lake Street 12, Springfield/" "$SOURCE/LICENSE" >named
sed "s/.*$blank.*/   This permission ends on the day when the makers of the boat say so./" "$SOURCE/LICENSE" >said
{
	echo 'All that stands below ends on the day when the makers say so.'
	echo
	cat "$SOURCE/LICENSE"
} >before
