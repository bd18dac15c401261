#!/bin/bash
# What root in the guest can and cannot do; each line of output is one finding.
proxy=$HTTPS_PROXY
say() { echo "$1"; }

[ "$(sudo -n id -u)" = 0 ] && say "root yes"
echo hello >"made by the agent.txt"

placeholder=$(jq -r .claudeAiOauth.accessToken ~/.claude/.credentials.json)

# Programs that know nothing of a proxy, in the VM itself and as in a container of it.
unaware() {
  env -i curl -s -m 30 --noproxy '*' -o /dev/null -w '%{http_code}' \
    -H "Authorization: Bearer $placeholder" https://api.anthropic.com/api/oauth/profile
}
say "unaware program $(unaware)"
sudo ip netns add box
sudo ip link add v0 type veth peer name v1 netns box
sudo ip addr add 10.200.0.1/24 dev v0
sudo ip link set v0 up
sudo ip -n box addr add 10.200.0.2/24 dev v1
sudo ip -n box link set v1 up
sudo ip -n box route add default via 10.200.0.1
sudo sysctl -q -w net.ipv4.ip_forward=1
boxed() { sudo ip netns exec box env -i curl -s -m 30 "$@"; }
say "container $(boxed -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $placeholder" \
  https://api.anthropic.com/api/oauth/profile)"
boxed -o /dev/null https://http-intake.logs.us5.datadoghq.com/ && say "container blocked open" || say "container blocked closed"
boxed -o /dev/null "http://10.0.0.1/" && say "container private open" || say "container private closed"
boxed -m 4 -o /dev/null "http://192.168.5.2:@PORT@/" && say "container host open" || say "container host closed"
case $(getent ahostsv4 deb.debian.org) in
198.18.*) say "name stand-in" ;;
*) say "name $(getent ahostsv4 deb.debian.org | head -n 1)" ;;
esac

# Around the proxy: with no variable set, as root, with a route of its own.
sudo ip route replace default via 192.168.5.2 2>/dev/null
direct() { sudo env -i curl -s -m 4 --noproxy '*' -o /dev/null "$1"; }
direct "http://192.168.5.2:@PORT@/" && say "direct host open" || say "direct host closed"
direct "http://192.168.5.3:@PORT@/" && say "direct loopback of host open" || say "direct loopback of host closed"
direct "http://1.1.1.1/" && say "direct internet open" || say "direct internet closed"
printf 'nameserver 192.168.5.3\nnameserver 1.1.1.1\n' | sudo tee /etc/resolv.conf >/dev/null
sudo timeout 6 getent ahostsv4 deb.debian.org >/dev/null && say "dns open" || say "dns closed"
# sudo asks for the VM's own name, and would wait for a resolver each time.
printf 'nameserver 198.51.100.1\n' | sudo tee /etc/resolv.conf >/dev/null
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
