# A signed lookup and a registration from Perl, over TLS; Debian: libio-socket-ssl-perl.
use strict;
use warnings;
use Digest::MD5 qw(md5_hex);
use HTTP::Tiny;

my $url = $ENV{ORRERY_URL} // 'https://127.0.0.1:55443';
my $ca = $ENV{ORRERY_CA} // 'ca.pem';
my ($user, $key) = ('demo', '0123456789abcdef' x 7);
my $http = HTTP::Tiny->new(verify_SSL => 1, SSL_options => { SSL_ca_file => $ca });

sub escape { my ($text) = @_; $text =~ s/([<>&"])/sprintf '&#%d;', ord $1/ge; $text }

sub items {
	my ($values) = @_;
	return join '', map {
		my $value = $values->{$_};
		my $text = ref $value ? '<dt_assoc>' . items($value) . '</dt_assoc>' : escape($value);
		qq(<item key="$_">$text</item>)
	} sort keys %$values;
}

sub call {
	my ($action, %attributes) = @_;
	my $content = items({
		protocol => 'XCP', action => $action, object => 'DOMAIN', attributes => \%attributes });
	my $body = '<?xml version="1.0" encoding="UTF-8"?><OPS_envelope><header><version>0.9</version>'
	    . "</header><body><data_block><dt_assoc>$content</dt_assoc></data_block></body></OPS_envelope>";
	my $reply = $http->post($url, { content => $body, headers => {
		'Content-Type' => 'text/xml', 'X-Username' => $user,
		'X-Signature' => md5_hex(md5_hex($body . $key) . $key) } });
	die $reply->{content} unless $reply->{success};
	return join ' ', map { $reply->{content} =~ /key="$_">([^<]*)/ } qw(response_code response_text);
}

my $name = shift;
my %anna = (
	first_name => 'Anna', last_name => 'Ek', org_name => 'Ek & Ek', address1 => '1 Main St',
	city => 'Toronto', state => 'ON', country => 'CA', postal_code => 'M5V 2T6',
	phone => '+1.4165550100', email => 'anna@ek.example');
print 'lookup: ', call('LOOKUP', domain => $name), "\n";
print 'register: ', call('SW_REGISTER', domain => $name, reg_type => 'new', period => 1,
	handle => 'process', reg_username => 'annaek', reg_password => 'secret1234',
	custom_nameservers => 0, custom_tech_contact => 0,
	contact_set => { owner => \%anna, admin => \%anna, billing => \%anna }), "\n";
