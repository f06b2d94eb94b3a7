#!/bin/sh
# Makes a service of an installed Næringspuls, or brings one up to date: the user, /etc/naeringspuls, the unit, and the
# command naeringspuls. Run as root after each `npm install`; run twice it does no harm. Settings that are there are never
# touched. DESTDIR, as packagers have it, puts all of it below another folder and makes no user.
set -eu
root=${DESTDIR-}
here=$(cd "$(dirname "$0")/.." && pwd)
prefix=/opt/naeringspuls
etc=$root/etc/naeringspuls
# The settings that came with the version installed last: what an upgrade changes is told against these.
shipped=$root$prefix/shipped-config

if [ -z "$root" ]; then
  if [ "$(id -u)" != 0 ]; then
    echo "Only root can install a service: sudo sh $0" >&2
    exit 2
  fi
  if [ "$here" != "$prefix/lib/node_modules/naeringspuls" ]; then
    echo "The service runs what lies in $prefix, and this is $here." >&2
    echo "Install it there first: npm install --global --prefix $prefix ./naeringspuls-<version>.tgz" >&2
    exit 2
  fi
  id naeringspuls >/dev/null 2>&1 ||
    useradd --system --home-dir /var/lib/naeringspuls --shell /usr/sbin/nologin naeringspuls
fi

readable_by_service() {
  [ -n "$root" ] || chown -R root:naeringspuls "$1"
  chmod -R u=rwX,g=rX,o= "$1"
}

if [ ! -e "$etc" ]; then
  mkdir -p "$etc"
  readable_by_service "$etc"
fi
if [ ! -e "$etc/environment" ]; then
  cp "$here/deploy/environment.example" "$etc/environment"
  readable_by_service "$etc/environment"
fi
if [ -e "$etc/config" ]; then
  echo "The settings in /etc/naeringspuls/config are left as they are."
  if [ -e "$shipped" ]; then
    echo "What this version changes in the settings that come with it:"
    "$here/dist/program/main.js" config diff "$shipped" "$here/config"
    echo "To have it too, change your own files; naeringspuls config diff holds yours against these."
  fi
else
  # An installation from before had its settings in the folder of the program.
  old=$root$prefix/config
  if [ -e "$old/plan.yaml" ]; then from=$old; else from=$here/config; fi
  cp -R "$from" "$etc/config"
  readable_by_service "$etc/config"
  echo "The settings are in /etc/naeringspuls/config, from $from. Change them there: no upgrade touches them."
fi
rm -rf "$shipped"
mkdir -p "$root$prefix"
cp -R "$here/config" "$shipped"

mkdir -p "$root/etc/systemd/system" "$root/usr/local/bin"
install -m 0644 "$here/deploy/naeringspuls.service" "$root/etc/systemd/system/naeringspuls.service"
install -m 0755 "$here/deploy/naeringspuls" "$root/usr/local/bin/naeringspuls"
[ -n "$root" ] || systemctl daemon-reload
echo "Næringspuls $("$here/dist/program/main.js" --version) is installed. Start it, or start it anew:"
echo "  systemctl enable naeringspuls && systemctl restart naeringspuls"
