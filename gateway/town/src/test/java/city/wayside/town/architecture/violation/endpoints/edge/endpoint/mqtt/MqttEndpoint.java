package city.wayside.town.architecture.violation.endpoints.edge.endpoint.mqtt;

/// Breaks the rule of endpoints: MQTT knows CoAP.
record MqttEndpoint(
    city.wayside.town.architecture.violation.endpoints.edge.endpoint.coap.CoapEndpoint coap) {}
