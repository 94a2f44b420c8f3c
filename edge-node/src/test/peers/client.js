// A client made of MQTT.js, for MqttJsTest: connects, does one thing, says what came of it, leaves.
//
//   node client.js HOST PORT LEVEL ID publish TOPIC QOS PAYLOAD
//   node client.js HOST PORT LEVEL ID notice TOPIC
//   node client.js HOST PORT LEVEL ID keep FILTER
//   node client.js HOST PORT LEVEL ID return
'use strict';

const mqtt = require('mqtt');

const PATIENCE_MS = 20000;

const [host, port, level, clientId, action, ...words] = process.argv.slice(2);
const isMqtt5 = level === '5';
const isKept = action === 'keep' || action === 'return';

const client = mqtt.connect({
  host,
  port: Number(port),
  clientId,
  protocolVersion: Number(level),
  clean: !isKept,
  reconnectPeriod: 0,
  properties: isMqtt5 && isKept ? { sessionExpiryInterval: 60 } : undefined,
});

const timer = setTimeout(() => leave('nothing came', 1), PATIENCE_MS);

function leave(saying, result) {
  clearTimeout(timer);
  console.log(saying);
  client.end(false, () => process.exit(result));
}

client.on('error', (fault) => leave('error ' + fault.message, 1));
client.on('message', (topic, payload) => leave(topic + ' ' + payload.toString(), 0));

const actions = {
  publish([topic, qos, payload]) {
    client.publish(topic, payload, { qos: Number(qos) }, (fault, packet) => {
      const code = fault ? fault.code : packet && packet.reasonCode;
      leave(code > 0 ? 'refused ' + code : 'published', 0);
    });
  },
  notice([topic]) {
    client.subscribe('v1/refused/' + clientId, () => client.publish(topic, 'x', { qos: 0 }));
  },
  keep([filter]) {
    client.subscribe(filter, { qos: 1 }, (fault, granted) =>
      leave('subscribed ' + JSON.stringify(granted), fault ? 1 : 0));
  },
  return() {},
};

client.on('connect', (connack) => {
  console.log('present ' + connack.sessionPresent);
  actions[action](words);
});
