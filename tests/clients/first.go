// A signed lookup and a registration from Go, over TLS, with nothing but its library.
package main

import (
	"bytes"
	"crypto/md5"
	"crypto/tls"
	"crypto/x509"
	"encoding/xml"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"regexp"
	"strings"
)

const user = "demo"

var key = strings.Repeat("0123456789abcdef", 7)

type assoc map[string]any

func (values assoc) items(w *bytes.Buffer) {
	for name, value := range values {
		fmt.Fprintf(w, `<item key="%s">`, name)
		if inner, ok := value.(assoc); ok {
			w.WriteString("<dt_assoc>")
			inner.items(w)
			w.WriteString("</dt_assoc>")
		} else {
			xml.EscapeText(w, []byte(fmt.Sprint(value)))
		}
		w.WriteString("</item>")
	}
}

func setting(name, fallback string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return fallback
}

func client() *http.Client {
	pem, err := os.ReadFile(setting("ORRERY_CA", "ca.pem"))
	if err != nil {
		log.Fatal(err)
	}
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(pem)
	return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}}}
}

func call(c *http.Client, action string, attributes assoc) string {
	var body bytes.Buffer
	body.WriteString(`<?xml version="1.0" encoding="UTF-8"?><OPS_envelope><header><version>0.9</version>` +
		`</header><body><data_block><dt_assoc>`)
	assoc{"protocol": "XCP", "action": action, "object": "DOMAIN", "attributes": attributes}.items(&body)
	body.WriteString(`</dt_assoc></data_block></body></OPS_envelope>`)
	once := fmt.Sprintf("%x", md5.Sum([]byte(body.String()+key)))
	request, err := http.NewRequest("POST", setting("ORRERY_URL", "https://127.0.0.1:55443"), &body)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Content-Type", "text/xml")
	request.Header.Set("X-Username", user)
	request.Header.Set("X-Signature", fmt.Sprintf("%x", md5.Sum([]byte(once+key))))
	reply, err := c.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer reply.Body.Close()
	text, _ := io.ReadAll(reply.Body)
	find := func(name string) []byte {
		return regexp.MustCompile(`key="` + name + `">([^<]*)`).FindSubmatch(text)[1]
	}
	return fmt.Sprintf("%s %s", find("response_code"), find("response_text"))
}

func main() {
	name := os.Args[1]
	anna := assoc{"first_name": "Anna", "last_name": "Ek", "org_name": "Ek & Ek", "address1": "1 Main St",
		"city": "Toronto", "state": "ON", "country": "CA", "postal_code": "M5V 2T6",
		"phone": "+1.4165550100", "email": "anna@ek.example"}
	c := client()
	fmt.Println("lookup:", call(c, "LOOKUP", assoc{"domain": name}))
	fmt.Println("register:", call(c, "SW_REGISTER", assoc{
		"domain": name, "reg_type": "new", "period": 1, "handle": "process", "reg_username": "annaek",
		"reg_password": "secret1234", "custom_nameservers": 0, "custom_tech_contact": 0,
		"contact_set": assoc{"owner": anna, "admin": anna, "billing": anna}}))
}
