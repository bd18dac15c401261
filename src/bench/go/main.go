// The smallest intercepting proxy on goproxy that does what Paddock does on the wire: ends TLS for
// localhost, sets Authorization, forwards over TLS; tunnels every other name.
//
// goproxy-peer FOLDER with ca.pem, mitm.pem and mitm.key in it; prints its port.
package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/elazarl/goproxy"
)

// certificates keeps one leaf certificate for each host.
type certificates struct{ byHost sync.Map }

func (c *certificates) Fetch(host string, make func() (*tls.Certificate, error)) (*tls.Certificate, error) {
	if found, ok := c.byHost.Load(host); ok {
		return found.(*tls.Certificate), nil
	}
	made, err := make()
	if err == nil {
		c.byHost.Store(host, made)
	}
	return made, err
}

func main() {
	folder := os.Args[1]
	authority, err := tls.LoadX509KeyPair(filepath.Join(folder, "mitm.pem"), filepath.Join(folder, "mitm.key"))
	if err != nil {
		log.Fatal(err)
	}
	pem, err := os.ReadFile(filepath.Join(folder, "ca.pem"))
	if err != nil {
		log.Fatal(err)
	}
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(pem)

	proxy := goproxy.NewProxyHttpServer()
	proxy.CertStore = &certificates{}
	dialer := &net.Dialer{}
	proxy.Tr = &http.Transport{
		TLSClientConfig:     &tls.Config{RootCAs: roots, ClientSessionCache: tls.NewLRUClientSessionCache(64)},
		MaxIdleConnsPerHost: 256,
		// Every name is this machine, found without a look-up, as in Paddock's run.
		DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			return dialer.DialContext(ctx, network, strings.Replace(address, "localhost", "127.0.0.1", 1))
		},
	}
	intercept := &goproxy.ConnectAction{Action: goproxy.ConnectMitm, TLSConfig: goproxy.TLSConfigFromCA(&authority)}
	proxy.OnRequest().HandleConnectFunc(func(host string, _ *goproxy.ProxyCtx) (*goproxy.ConnectAction, string) {
		if strings.HasPrefix(host, "localhost:") {
			return intercept, host
		}
		return goproxy.OkConnect, host
	})
	proxy.OnRequest().DoFunc(func(r *http.Request, _ *goproxy.ProxyCtx) (*http.Request, *http.Response) {
		if r.Header.Get("Authorization") != "" {
			r.Header.Set("Authorization", "Bearer sk-ant-oat01-real")
		}
		return r, nil
	})
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	log.Fatal(http.Serve(listener, proxy))
}
