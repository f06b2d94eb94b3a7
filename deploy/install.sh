#!/bin/sh
# Makes a service of an unpacked release, or brings one up to date: its packages, the user, /etc/naeringspuls, the unit, and
# the command naeringspuls. As root, from /opt/naeringspuls-<version>; run twice it does no harm. Settings that are there are
# never touched. DESTDIR, as packagers have it, lays all of it below another folder, and makes no user.
set -eu
root=${DESTDIR-}
here=$(cd "$(dirname "$0")/.." && pwd -P)
program=$root/opt/naeringspuls
etc=$root/etc/naeringspuls
cli() { node "$here/dist/program/main.js" "$@"; }

if [ -z "$root" ]; then
  if [ "$(id -u)" != 0 ]; then
    echo "Only root can install a service: sudo sh $0" >&2
    exit 2
  fi
  case $here in
    /opt/naeringspuls-*) ;;
    *)
      echo "The service runs a release in /opt/naeringspuls-<version>, and this is $here." >&2
      echo "Unpack it there: tar -xzf naeringspuls-<version>.tgz -C /opt --transform 's/^package/naeringspuls-<version>/'" >&2
      exit 2
      ;;
  esac
  # Of the versions that npm-shrinkwrap.json names, and without what only those need who build it.
  npm ci --prefix "$here" --omit=dev --no-audit --no-fund
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
  if [ -e "$program/config" ]; then
    echo "What this version changes in the settings that come with it:"
    cli config diff "$program/config" "$here/config"
    echo "To have it too, change your own files; naeringspuls config diff holds yours against these."
  fi
else
  # An installation from before had its settings in the folder of the program.
  if [ -e "$program/config/plan.yaml" ]; then from=$program/config; else from=$here/config; fi
  cp -R "$from" "$etc/config"
  readable_by_service "$etc/config"
  echo "The settings are in /etc/naeringspuls/config, from $from. Change them there: no upgrade touches them."
fi

# A checkout of before stands where the link is to be.
if [ -d "$program" ] && [ ! -L "$program" ]; then
  mv "$program" "$program.before"
  echo "What was in /opt/naeringspuls is in /opt/naeringspuls.before; remove it when you miss nothing."
fi
mkdir -p "$root/opt" "$root/etc/systemd/system" "$root/usr/local/bin"
# In one step: a service that runs goes on with the files it began with.
ln -sfn "$here" "$program.new"
mv -T "$program.new" "$program"
install -m 0644 "$here/deploy/naeringspuls.service" "$root/etc/systemd/system/naeringspuls.service"
install -m 0755 "$here/deploy/naeringspuls" "$root/usr/local/bin/naeringspuls"
[ -n "$root" ] || systemctl daemon-reload
echo "Næringspuls $(cli --version) is installed. Start it, or start it anew:"
echo "  systemctl enable naeringspuls && systemctl restart naeringspuls"
