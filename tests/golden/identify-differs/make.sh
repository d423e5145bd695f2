# Our own license text with a clause added, a sentence cut and a word changed.
awk '
	/^   4\. Redistribution/ { print "   3a. Large services. You may not use the Work in a product that has more than"; print "   100 million monthly active users without a further license.\n" }
	/^   6\. Trademarks/ { skip = 5 }
	skip > 0 { skip--; next }
	{ sub(/no-charge, royalty-free/, "low-charge, royalty-free"); print }
' "$SOURCE/LICENSE" >LICENSE
