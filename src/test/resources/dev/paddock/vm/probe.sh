#!/bin/bash
# What root in the guest can and cannot do; each line of output is one finding.
proxy=$HTTPS_PROXY
say() { echo "$1"; }

[ "$(sudo -n id -u)" = 0 ] && say "root yes"
echo hello >"made by the agent.txt"

# Around the proxy: with no variable set, as root, with a route of its own.
sudo ip route replace default via 192.168.5.2 2>/dev/null
direct() { sudo env -i curl -s -m 4 --noproxy '*' -o /dev/null "$1"; }
direct "http://192.168.5.2:@PORT@/" && say "direct host open" || say "direct host closed"
direct "http://192.168.5.3:@PORT@/" && say "direct loopback of host open" || say "direct loopback of host closed"
direct "http://1.1.1.1/" && say "direct internet open" || say "direct internet closed"
sudo timeout 4 getent ahostsv4 deb.debian.org >/dev/null && say "dns open" || say "dns closed"
sudo cat "@OUTSIDE@" >/dev/null 2>&1 && say "host file seen" || say "host file hidden"

# Through the proxy: only the public internet.
through() {
  curl -s -m 10 --noproxy '' -x "$proxy" -o /dev/null -w '%{http_code}' "http://$1/"
}
say "proxy to host loopback $(through "127.0.0.1:@PORT@")"
say "proxy to gateway $(through "192.168.5.2:@PORT@")"
say "proxy to private $(through "10.0.0.1")"
say "proxy to metadata $(through "169.254.169.254")"
say "proxy to blocked $(curl -s -m 10 -o /dev/null -w '%{http_connect}' https://http-intake.logs.us5.datadoghq.com/)"
placeholder=$(jq -r .claudeAiOauth.accessToken ~/.claude/.credentials.json)
say "allowed host $(curl -s -m 20 -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $placeholder" https://api.anthropic.com/api/oauth/profile)"

# The canary: memory of all processes' environments and command lines, and every file that can hold one.
halves=(@TOKEN@)
token=${halves[0]}${halves[1]}
found=no
# No process may carry the token on its own command line while it looks, hence the builtin and -f.
seen=$(sudo cat /proc/[0-9]*/environ /proc/[0-9]*/cmdline 2>/dev/null | tr '\0' '\n')
[[ $seen == *"$token"* ]] && found=yes
printf '%s' "$token" |
  sudo grep -rqF -f - --exclude=probe.sh /etc /home /run /tmp /var /root /opt /srv 2>/dev/null && found=yes
[ "$found" = no ] && say "real token not found" || say "real token FOUND"

sync
touch waiting
for _ in $(seq 600); do
  [ -e go ] && break
  sleep 0.2
done
