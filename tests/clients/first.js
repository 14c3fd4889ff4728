// A signed lookup and a registration from Node, over TLS, with nothing but its library.
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const https = require('node:https');

const url = process.env.ORRERY_URL || 'https://127.0.0.1:55443';
const ca = readFileSync(process.env.ORRERY_CA || 'ca.pem');
const user = 'demo';
const key = '0123456789abcdef'.repeat(7);

const md5 = text => createHash('md5').update(text).digest('hex');
const escape = text => String(text).replace(/[<>&"]/g, c => `&#${c.charCodeAt(0)};`);
const items = values => Object.entries(values).map(([name, value]) => {
  const text = typeof value === 'object' ? `<dt_assoc>${items(value)}</dt_assoc>` : escape(value);
  return `<item key="${name}">${text}</item>`;
}).join('');

function call(action, attributes) {
  const content = items({ protocol: 'XCP', action, object: 'DOMAIN', attributes });
  const body = Buffer.from('<?xml version="1.0" encoding="UTF-8"?><OPS_envelope><header><version>0.9</version></header>'
    + `<body><data_block><dt_assoc>${content}</dt_assoc></data_block></body></OPS_envelope>`);
  const once = md5(Buffer.concat([body, Buffer.from(key)]));
  return new Promise((resolve, reject) => {
    const request = https.request(url, {
      ca, method: 'POST', headers: {
        'Content-Type': 'text/xml', 'Content-Length': body.length,
        'X-Username': user, 'X-Signature': md5(once + key),
      },
    }, reply => {
      let xml = '';
      reply.setEncoding('utf8').on('data', part => { xml += part; }).on('end', () => resolve(
        ['response_code', 'response_text'].map(k => xml.match(`key="${k}">([^<]*)`)[1]).join(' ')));
    });
    request.on('error', reject).end(body);
  });
}

async function main(name) {
  const anna = {
    first_name: 'Anna', last_name: 'Ek', org_name: 'Ek & Ek', address1: '1 Main St',
    city: 'Toronto', state: 'ON', country: 'CA', postal_code: 'M5V 2T6',
    phone: '+1.4165550100', email: 'anna@ek.example',
  };
  console.log('lookup:', await call('LOOKUP', { domain: name }));
  console.log('register:', await call('SW_REGISTER', {
    domain: name, reg_type: 'new', period: 1, handle: 'process', reg_username: 'annaek',
    reg_password: 'secret1234', custom_nameservers: 0, custom_tech_contact: 0,
    contact_set: { owner: anna, admin: anna, billing: anna },
  }));
}

main(process.argv[2]).catch(error => { console.error(error.message); process.exitCode = 1; });
