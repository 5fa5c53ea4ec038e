#!/usr/bin/env bash
# Begins a module: bundles/new-module.sh NAME copies hello to bundles/NAME and renames it throughout.
set -eu

name=${1:-}
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
case $name in
'' | -h | --help)
    echo "Usage: bundles/new-module.sh NAME    makes bundles/NAME, a module that builds, runs and is tested; NAME is [a-z][a-z0-9]*"
    exit 0
    ;;
esac
if ! printf '%s' "$name" | grep -qxE '[a-z][a-z0-9]{1,29}'; then
    echo "new-module: \"$name\" is no module id: 2 to 30 lower-case letters and digits, the first a letter." >&2
    exit 1
fi
if [ -e "$here/$name" ]; then
    echo "new-module: $here/$name is there already." >&2
    exit 1
fi

type=$(printf '%s' "${name:0:1}" | tr '[:lower:]' '[:upper:]')${name:1}
constant=$(printf '%s' "$name" | tr '[:lower:]' '[:upper:]')

mkdir "$here/$name"
(cd "$here/hello" && find . -type f ! -path './target/*') | while read -r file; do
    copy=$here/$name/$(printf '%s' "$file" | sed "s/hello/$name/g; s/Hello/$type/g")
    mkdir -p "$(dirname "$copy")"
    sed "s/hello/$name/g; s/Hello/$type/g; s/HELLO/$constant/g" "$here/hello/$file" >"$copy"
done
sed -i "s|<description>.*</description>|<description>The module $name.</description>|" "$here/$name/pom.xml"
cat >"$here/$name/README.md" <<README
# $name

What it does, in a sentence.

Rules kept: …
Permissions: \`$name:read\`, \`$name:write\`. Policies: none.
Events in and out: \`$name.Greeted\`.
README
# The new name may sort differently among the imports.
if command -v mvn >/dev/null; then
    mvn -q -B -f "$here/$name/pom.xml" spotless:apply || echo "new-module: run mvn spotless:apply in $here/$name" >&2
fi
cat <<NEXT
bundles/$name is ready. Next:
  ./bottega deploy bundles/$name --tenant acme    build it, install it in the running platform, switch it on for acme
  mvn -f bundles/$name/pom.xml verify             its tests
NEXT
