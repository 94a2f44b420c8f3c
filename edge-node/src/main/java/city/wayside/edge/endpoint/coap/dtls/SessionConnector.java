package city.wayside.edge.endpoint.coap.dtls;

import org.eclipse.californium.elements.RawData;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;

/// Scandium's connector of a single node, whose messages follow their sessions.
final class SessionConnector extends DTLSConnector {

  private final Sessions sessions;

  SessionConnector(DtlsConnectorConfig config, Sessions sessions) {
    super(config, sessions);
    this.sessions = sessions;
  }

  @Override
  public void send(RawData message) {
    sessions.send(message, super::send);
  }
}
