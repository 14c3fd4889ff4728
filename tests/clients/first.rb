# A signed lookup and a registration from Ruby, over TLS, with nothing but its library.
require "cgi"
require "digest"
require "net/http"

URL = URI(ENV.fetch("ORRERY_URL", "https://127.0.0.1:55443/"))
CA = ENV.fetch("ORRERY_CA", "ca.pem")
USER, KEY = "demo", "0123456789abcdef" * 7

def items(values)
  values.map do |key, value|
    text = value.is_a?(Hash) ? "<dt_assoc>#{items(value)}</dt_assoc>" : CGI.escapeHTML(value.to_s)
    %(<item key="#{key}">#{text}</item>)
  end.join
end

def call(action, attributes)
  content = items(protocol: "XCP", action: action, object: "DOMAIN", attributes: attributes)
  body = '<?xml version="1.0" encoding="UTF-8"?><OPS_envelope><header><version>0.9</version></header>' \
         "<body><data_block><dt_assoc>#{content}</dt_assoc></data_block></body></OPS_envelope>"
  signature = Digest::MD5.hexdigest(Digest::MD5.hexdigest(body + KEY) + KEY)
  http = Net::HTTP.new(URL.host, URL.port)
  http.use_ssl = true
  http.ca_file = CA
  http.verify_mode = OpenSSL::SSL::VERIFY_PEER
  xml = http.post("/", body, "Content-Type" => "text/xml", "X-Username" => USER,
                             "X-Signature" => signature).body
  %w[response_code response_text].map { |key| xml[/key="#{key}">([^<]*)/, 1] }.join(" ")
end

name = ARGV.fetch(0)
anna = { first_name: "Anna", last_name: "Ek", org_name: "Ek & Ek", address1: "1 Main St",
         city: "Toronto", state: "ON", country: "CA", postal_code: "M5V 2T6",
         phone: "+1.4165550100", email: "anna@ek.example" }
puts "lookup: #{call('LOOKUP', domain: name)}"
puts "register: #{call('SW_REGISTER', domain: name, reg_type: 'new', period: 1, handle: 'process',
                       reg_username: 'annaek', reg_password: 'secret1234', custom_nameservers: 0,
                       custom_tech_contact: 0,
                       contact_set: { owner: anna, admin: anna, billing: anna })}"
