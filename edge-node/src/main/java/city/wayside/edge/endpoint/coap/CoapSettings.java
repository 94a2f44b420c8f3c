package city.wayside.edge.endpoint.coap;

import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.SystemConfig;
import org.eclipse.californium.elements.config.UdpConfig;

/// The limits in Californium's words. Made here and not read from Californium's own file, so that
/// there is one place for settings.
///
/// @param ofMessages for all but blocks
/// @param ofBlocks for the layer that puts blocks together, whose number of transfers is limited
///   apart from the number of clients
record CoapSettings(Configuration ofMessages, Configuration ofBlocks) {

  /// Datagrams that wait to be sent; beyond it they are lost, as on any busy network.
  private static final int OUTGOING_MAX = 50_000;

  /// What the kernel may hold for us, as far as it is allowed to, while all report at once.
  private static final int SOCKET_BUFFER_BYTES = 4 * 1024 * 1024;

  /// The settings for some limits.
  static CoapSettings of(CoapLimits limits) {
    Configuration settings =
        new Configuration(SystemConfig.DEFINITIONS, CoapConfig.DEFINITIONS, UdpConfig.DEFINITIONS);
    settings.set(CoapConfig.MAX_ACTIVE_PEERS, limits.peersMax());
    settings.set(CoapConfig.MAX_PEER_INACTIVITY_PERIOD, limits.peerIdleMs(), TimeUnit.MILLISECONDS);
    settings.set(CoapConfig.PREFERRED_BLOCK_SIZE, limits.blockBytes());
    settings.set(CoapConfig.MAX_MESSAGE_SIZE, limits.blockBytes());
    settings.set(CoapConfig.MAX_RESOURCE_BODY_SIZE, limits.payloadBytesMax());
    settings.set(CoapConfig.BLOCKWISE_STATUS_LIFETIME, limits.assemblyMs(), TimeUnit.MILLISECONDS);
    settings.set(CoapConfig.EXCHANGE_LIFETIME, limits.rememberedMs(), TimeUnit.MILLISECONDS);
    // The number of observations is limited by those who keep them.
    settings.set(CoapConfig.MAX_SERVER_OBSERVES, 0);
    settings.set(CoapConfig.STRICT_EMPTY_MESSAGE_FORMAT, true);
    // What is remembered of a message after its answer is only its answer.
    settings.set(CoapConfig.USE_MESSAGE_OFFLOADING, true);
    settings.set(UdpConfig.UDP_DATAGRAM_SIZE, limits.datagramBytesMax());
    settings.set(UdpConfig.UDP_CONNECTOR_OUT_CAPACITY, OUTGOING_MAX);
    settings.set(UdpConfig.UDP_RECEIVE_BUFFER_SIZE, SOCKET_BUFFER_BYTES);
    settings.set(UdpConfig.UDP_SEND_BUFFER_SIZE, SOCKET_BUFFER_BYTES);
    settings.set(UdpConfig.UDP_RECEIVER_THREAD_COUNT, 1);
    settings.set(UdpConfig.UDP_SENDER_THREAD_COUNT, 1);
    Configuration ofBlocks = new Configuration(settings);
    ofBlocks.set(CoapConfig.MAX_ACTIVE_PEERS, limits.assembliesMax());
    return new CoapSettings(settings, ofBlocks);
  }
}
