#!/usr/bin/perl
# legacy.pl HOST:PORT USER KEY CIPHER [MISTAKE]
#
# A client of the legacy port: greets, logs in, registers a name and says goodbye.
# Prints one line for each message it understood.  With a mistake it makes that one
# and prints what becomes of it.
#
# Crypt::CBC does the sealing.  Its version 3.04 writes the randomiv header but cannot
# read its own back, so the vector of what comes in is handled here.
use strict;
use warnings;
use Crypt::CBC;
use Digest::MD5 qw(md5);
use IO::Socket::INET;

my ($at, $user, $key, $cipher, $mistake) = @ARGV;
$mistake //= '';
my %module = (des => 'Crypt::DES', blowfish => 'Crypt::Blowfish');
my %keysize = (des => 8, blowfish => 56);

my $socket = IO::Socket::INET->new(PeerAddr => $at, Timeout => 30) or die "no connection to $at: $!\n";

# ---- frames

sub send_frame {
	my ($payload) = @_;
	print $socket 'Content-Length: ' . length($payload) . "\r\n\r\n" . $payload;
	$socket->flush;
}

# undef: the server has closed
sub read_frame {
	my $line = <$socket>;
	return undef unless defined $line;
	my ($length) = $line =~ /^\s*Content-Length:\s+(\d+)\s*\r\n/i or die "no header: $line";
	read($socket, my $empty, 2);
	$empty eq "\r\n" or die "no empty line\n";
	my $payload = '';
	while (length($payload) < $length) {
		read($socket, $payload, $length - length($payload), length($payload))
			or die "the payload ends early\n";
	}
	return $payload;
}

# ---- sealing

my $material = pack('H*', $mistake eq 'wrong key' ? '00' x 56 : $key);
my $derived = md5($material);
$derived .= md5($derived) while length($derived) < $keysize{$cipher};
$derived = substr($derived, 0, $keysize{$cipher});

sub cbc {
	my ($vector) = @_;
	return Crypt::CBC->new(-cipher => $module{$cipher}, -literal_key => 1, -pass => $derived,
		-iv => $vector, -header => 'none', -keysize => $keysize{$cipher}, -padding => 'standard',
		-nodeprecate => 1);
}

sub seal {
	my ($plain) = @_;
	my $vector = join '', map { chr(int(rand(256))) } 1 .. 8;
	return 'RandomIV' . $vector . cbc($vector)->encrypt($plain);
}

sub unseal {
	my ($sealed) = @_;
	my ($vector, $blocks) = $sealed =~ /^RandomIV(.{8})(.+)$/s or die "not sealed\n";
	return cbc($vector)->decrypt($blocks);
}

# ---- messages

sub item {
	my ($name, $value) = @_;
	return "<item key=\"$name\">" . (ref $value ? assoc($value) : $value) . '</item>';
}

sub assoc {
	my ($tree) = @_;
	return '<dt_assoc>' . join('', map { item($_, $tree->{$_}) } sort keys %$tree) . '</dt_assoc>';
}

sub message {
	my ($action, $object, $attributes) = @_;
	return "<?xml version='1.0' encoding='UTF-8' standalone='no' ?>\n"
		. "<!DOCTYPE OPS_envelope SYSTEM 'ops.dtd'>\n<OPS_envelope><header><version>0.9</version>"
		. '</header><body><data_block>'
		. assoc({ protocol => 'XCP', action => $action, object => $object, attributes => $attributes })
		. '</data_block></body></OPS_envelope>';
}

sub text_of {
	my ($reply, $name) = @_;
	return $reply =~ m{<item key="\Q$name\E">([^<]*)</item>} ? $1 : '-';
}

sub command {
	my ($action, $object, $attributes, @show) = @_;
	send_frame(seal(message($action, $object, $attributes)));
	my $sealed = read_frame();
	if (!defined $sealed) {
		print "$action $object: closed\n";
		exit 0;
	}
	my $reply = unseal($sealed);
	print join(' ', "$action $object:", text_of($reply, 'response_code'),
		text_of($reply, 'response_text'), map { "$_=" . text_of($reply, $_) } @show), "\n";
	return $reply;
}

# ---- the session

my $greeting = read_frame() // '';
if ($greeting =~ /is_success/) {
	print 'refused: ', text_of($greeting, 'response_code'), ' ', text_of($greeting, 'response_text'), "\n";
	exit 0;
}
text_of($greeting, 'sender') =~ /OpenSRS\sSERVER/ or die "who is that: $greeting\n";
text_of($greeting, 'version') =~ /^(XML|TPP)/ or die "no XML: $greeting\n";
print 'server: ', text_of($greeting, 'sender'), ' ', text_of($greeting, 'state'), "\n";

# Sent back to back, as clients do.
send_frame(message('CHECK', 'VERSION', { sender => 'OpenSRS CLIENT', version => 'XML:2.2.3b', state => 'ready' }));
send_frame(message('AUTHENTICATE', 'USER', { username => $user, password => $user,
	crypt_type => $mistake eq 'other cipher' ? ($cipher eq 'des' ? 'blowfish' : 'des')
		: $mistake eq 'no cipher' ? 'rot13' : $cipher }));
my $challenge = read_frame() // die "closed instead of a challenge\n";
if ($challenge =~ /is_success/) {
	print 'refused: ', text_of($challenge, 'response_code'), ' ', text_of($challenge, 'response_text'), "\n";
	print defined read_frame() ? "and goes on\n" : "closed\n";
	exit 0;
}
send_frame(seal(md5($challenge)));
my $welcome = read_frame();
if (!defined $welcome) {
	print "closed without a word\n";
	exit 0;
}
$welcome = unseal($welcome);
print 'login: ', text_of($welcome, 'response_code'), ' ', text_of($welcome, 'response_text'), "\n";

my %person = (first_name => 'Ada', last_name => 'Byron', org_name => 'Engines', address1 => '1 Mill Lane',
	city => 'London', country => 'GB', postal_code => 'N1 1AA', phone => '+44.2071234567',
	email => 'ada@engines.example');
my $name = "$cipher-wheels.com";

if ($mistake eq 'many') {
	command('LOOKUP', 'DOMAIN', { domain => $name }) for 1 .. 102;
	exit 0;
}
command('LOOKUP', 'DOMAIN', { domain => $name }, 'status');
command('SW_REGISTER', 'DOMAIN', { domain => $name, reg_type => 'new', period => 1, handle => 'process',
	reg_username => 'ada', reg_password => 'secret1234', custom_nameservers => 0, custom_tech_contact => 0,
	contact_set => { owner => \%person, admin => \%person, billing => \%person } });
command('LOOKUP', 'DOMAIN', { domain => $name }, 'status');
command('GET', 'DOMAIN', { domain => $name, type => 'all_info' }, 'expiredate');
command('GET_BALANCE', 'BALANCE', {}, 'balance');
send_frame("nothing that was sealed") if $mistake eq 'unsealed';
command('QUIT', 'SESSION', {});
print defined read_frame() ? "and goes on\n" : "closed\n";
