<?php
// A signed lookup and a registration from PHP, over TLS, with nothing but its streams.
$url = getenv('ORRERY_URL') ?: 'https://127.0.0.1:55443';
$ca = getenv('ORRERY_CA') ?: 'ca.pem';
$user = 'demo';
$key = str_repeat('0123456789abcdef', 7);

function items(array $values): string
{
    $xml = '';
    foreach ($values as $name => $value) {
        $text = is_array($value) ? '<dt_assoc>' . items($value) . '</dt_assoc>' : htmlspecialchars($value);
        $xml .= "<item key=\"$name\">$text</item>";
    }
    return $xml;
}

function call(string $action, array $attributes): string
{
    global $url, $ca, $user, $key;
    $content = items(
        ['protocol' => 'XCP', 'action' => $action, 'object' => 'DOMAIN', 'attributes' => $attributes]);
    $body = '<?xml version="1.0" encoding="UTF-8"?><OPS_envelope><header><version>0.9</version></header>'
        . "<body><data_block><dt_assoc>$content</dt_assoc></data_block></body></OPS_envelope>";
    $context = stream_context_create([
        'http' => ['method' => 'POST', 'content' => $body, 'header' => [
            'Content-Type: text/xml', "X-Username: $user",
            'X-Signature: ' . md5(md5($body . $key) . $key)]],
        'ssl' => ['cafile' => $ca, 'verify_peer' => true, 'verify_peer_name' => true],
    ]);
    $xml = file_get_contents($url, false, $context);
    if ($xml === false) {
        exit(1);
    }
    preg_match('/key="response_code">([^<]*)/', $xml, $code);
    preg_match('/key="response_text">([^<]*)/', $xml, $text);
    return "$code[1] $text[1]\n";
}

$name = $argv[1];
$anna = [
    'first_name' => 'Anna', 'last_name' => 'Ek', 'org_name' => 'Ek & Ek', 'address1' => '1 Main St',
    'city' => 'Toronto', 'state' => 'ON', 'country' => 'CA', 'postal_code' => 'M5V 2T6',
    'phone' => '+1.4165550100', 'email' => 'anna@ek.example'];
echo 'lookup: ', call('LOOKUP', ['domain' => $name]);
echo 'register: ', call('SW_REGISTER', [
    'domain' => $name, 'reg_type' => 'new', 'period' => '1', 'handle' => 'process',
    'reg_username' => 'annaek', 'reg_password' => 'secret1234', 'custom_nameservers' => '0',
    'custom_tech_contact' => '0',
    'contact_set' => ['owner' => $anna, 'admin' => $anna, 'billing' => $anna]]);
