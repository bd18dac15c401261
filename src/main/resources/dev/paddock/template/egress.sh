# --- The way out for programs that know nothing of a proxy ------------------------------------
#
# In a session the VM's network leads nowhere. What is not for this VM is routed to a dummy device
# and redirected: TCP to redsocks, which asks the session's proxy (127.0.0.1:3128) for the address,
# and DNS to unbound, which asks the session's proxy (127.0.0.1:5300) for one that stands for the
# name. Nothing of this is a guard: the proxy decides, and the VM has no other way out.

egress_address=198.51.100.1

configure_egress() {
	install -d /etc/paddock /etc/systemd/system/redsocks.service.d
	# Priorities before Docker's own. UDP and all else is rejected at once, so that nothing waits.
	cat >/etc/paddock/egress.nft <<-NFT
		table ip paddock {}
		delete table ip paddock
		table ip paddock {
		  chain incoming {
		    type nat hook prerouting priority -105;
		    # From Lima's network, which means this VM also while it has no address for a moment.
		    ip saddr 192.168.5.0/24 return
		    fib daddr oifname "pd0" udp dport 53 dnat to $egress_address:53
		    fib daddr oifname "pd0" tcp dport 53 dnat to $egress_address:53
		    fib daddr oifname "pd0" meta l4proto tcp dnat to $egress_address:12345
		  }
		  chain own {
		    type nat hook output priority -105;
		    oifname "pd0" udp dport 53 dnat to $egress_address:53
		    oifname "pd0" tcp dport 53 dnat to $egress_address:53
		    oifname "pd0" meta l4proto tcp dnat to $egress_address:12345
		  }
		  chain forwarded {
		    type filter hook forward priority -10;
		    oifname "pd0" ct status & dnat != dnat reject with icmp type admin-prohibited
		  }
		  chain others {
		    type filter hook output priority 10;
		    oifname "pd0" ct status & dnat != dnat reject with icmp type admin-prohibited
		  }
		}
	NFT
	cat >/etc/paddock/egress <<-SCRIPT
		#!/bin/sh
		set -e
		ip link show pd0 >/dev/null 2>&1 || ip link add pd0 type dummy
		ip address replace $egress_address/30 dev pd0
		ip link set pd0 up
		ip route replace default dev pd0 scope link
		nft -f /etc/paddock/egress.nft
		# A small VM has 8192, less than a busy build opens.
		sysctl -q -w net.netfilter.nf_conntrack_max=65536
	SCRIPT
	chmod 755 /etc/paddock/egress
	cat >/etc/systemd/system/paddock-egress.service <<-'UNIT'
		[Unit]
		Description=The way out for programs that know nothing of a proxy
		After=systemd-networkd.service
		Before=redsocks.service unbound.service
		[Service]
		Type=oneshot
		RemainAfterExit=yes
		ExecStart=/etc/paddock/egress
		[Install]
		WantedBy=multi-user.target
	UNIT
	# Its defaults end at 128 connections, and the rest would hang.
	cat >/etc/redsocks.conf <<-CONF
		base {
		  log_debug = off;
		  log_info = off;
		  log = "stderr";
		  daemon = off;
		  redirector = iptables;
		  rlimit_nofile = 16384;
		  redsocks_conn_max = 4000;
		}
		redsocks {
		  local_ip = $egress_address;
		  local_port = 12345;
		  listenq = 1024;
		  ip = 127.0.0.1;
		  port = 3128;
		  type = http-connect;
		  on_proxy_fail = close;
		}
	CONF
	cat >/etc/systemd/system/redsocks.service.d/paddock.conf <<-'UNIT'
		[Unit]
		StartLimitIntervalSec=0
		[Service]
		Type=exec
		User=redsocks
		LimitNOFILE=16384
		ExecStart=
		ExecStart=/usr/sbin/redsocks -c /etc/redsocks.conf
		Restart=always
		RestartSec=1
	UNIT
	# What it has heard it goes on saying while the proxy is away: an address is never another name's.
	cat >/etc/unbound/unbound.conf <<-CONF
		server:
		  interface: $egress_address
		  ip-freebind: yes
		  access-control: 0.0.0.0/0 allow
		  do-ip6: no
		  module-config: "iterator"
		  tcp-upstream: yes
		  do-not-query-localhost: no
		  num-threads: 1
		  outgoing-num-tcp: 64
		  incoming-num-tcp: 64
		  num-queries-per-thread: 2048
		  msg-cache-size: 1m
		  rrset-cache-size: 1m
		  key-cache-size: 16k
		  neg-cache-size: 16k
		  serve-expired: yes
		  serve-expired-client-timeout: 0
		  infra-host-ttl: 1
		  infra-keep-probing: yes
		  qname-minimisation: no
		  cache-max-negative-ttl: 5
		forward-zone:
		  name: "."
		  forward-addr: 127.0.0.1@5300
	CONF
	printf 'ROOT_TRUST_ANCHOR_UPDATE=false\nRESOLVCONF=false\n' >/etc/default/unbound
	# Not before the template is done: until then it needs its network.
	systemctl disable --now redsocks.service unbound.service unbound-resolvconf.service >/dev/null 2>&1 || true
}

# From the next start on. The resolver of Debian's images would ask the VM's network.
enable_egress() {
	systemctl disable systemd-resolved.service >/dev/null 2>&1 || true
	systemctl mask systemd-resolved-varlink.socket systemd-resolved-monitor.socket >/dev/null 2>&1 || true
	systemctl enable paddock-egress.service redsocks.service unbound.service >/dev/null 2>&1 ||
		die "the way out for programs without a proxy cannot be set up"
	rm -f /etc/resolv.conf
	printf 'nameserver %s\noptions edns0\n' "$egress_address" >/etc/resolv.conf
}

