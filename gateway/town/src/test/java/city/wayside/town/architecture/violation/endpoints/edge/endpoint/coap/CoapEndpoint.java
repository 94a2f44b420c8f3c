package city.wayside.town.architecture.violation.endpoints.edge.endpoint.coap;

/// Used by the other endpoint.
public record CoapEndpoint(String path) {}
