# An index that is no index: mlint cannot know which files are tracked, and says so.
git init -q
printf '# Heron\n' >README.md
printf 'garbage' >.git/index
