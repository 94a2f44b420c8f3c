package city.wayside.edge.endpoint.coap.dtls;

import city.wayside.edge.access.bounded.RecentMap;
import city.wayside.edge.endpoint.coap.dtls.DtlsCounts.Way;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.List;
import org.eclipse.californium.elements.RawData;
import org.eclipse.californium.scandium.DatagramFilter;
import org.eclipse.californium.scandium.DtlsDatagramFilter;
import org.eclipse.californium.scandium.DtlsManagedClusterConnector;
import org.eclipse.californium.scandium.config.DtlsClusterConnectorConfig;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.ContentType;
import org.eclipse.californium.scandium.dtls.Record;
import org.jspecify.annotations.Nullable;

/// Passes records on to the node that they belong to, so that it does not matter which node a load
/// balancer gives them to. Scandium does so for records with a connection id, whose first byte is
/// the node's number. Records without, such as those of handshakes, belong to the node that they
/// come to, or, where the load balancer sprays, to a node by the address that they come from: that
/// is done here, and the answers go back the way that they came.
///
///     between nodes = 63 in or 62 out · port 2, little-endian · address length 1 · address · MAC 8
///                     · record
final class ClusterConnector extends DtlsManagedClusterConnector {

  private static final int PEERS_MAX = 10_000;

  private final boolean isSprayed;
  private final Sessions sessions;
  private final ClusterNodes nodes;
  private final DtlsCounts counts;
  private final DatagramFilter wellFormed = new DtlsDatagramFilter();

  /// Through which node clients speak whose records have no connection id.
  private final RecentMap<InetSocketAddress, InetSocketAddress> routes = new RecentMap<>(PEERS_MAX);

  /// @param isSprayed true when the records of one client may come to any node
  ClusterConnector(
      boolean isSprayed,
      DtlsConnectorConfig config,
      DtlsClusterConnectorConfig clusterConfig,
      Sessions sessions,
      ClusterNodes nodes,
      DtlsCounts counts) {
    super(config, clusterConfig, sessions);
    this.isSprayed = isSprayed;
    this.sessions = sessions;
    this.nodes = nodes;
    this.counts = counts;
    setClusterNodesProvider(nodes);
    getClusterManagementConnector().setRawDataReceiver(nodes);
  }

  @Override
  protected void init(InetSocketAddress bindAddress, DatagramSocket socket, @Nullable Integer mtu)
      throws IOException {
    super.init(bindAddress, socket, mtu);
    nodes.start(getClusterManagementConnector(), getClusterInternalAddress());
  }

  @Override
  public void stop() {
    nodes.close();
    // Scandium cannot stop what was never started.
    if (clusterInternalSocket != null) {
      super.stop();
    }
  }

  @Override
  protected void processDatagram(DatagramPacket packet, @Nullable InetSocketAddress router) {
    byte type = packet.getData()[packet.getOffset()];
    if (isSprayed
        && router == null
        && type != ContentType.TLS12_CID.getCode()
        && wellFormed.onReceiving(packet)) {
      InetSocketAddress client = (InetSocketAddress) packet.getSocketAddress();
      int owner = nodes.ownerOf(client);
      InetSocketAddress node = owner == getNodeID() ? null : nodes.getClusterNode(owner);
      if (node != null) {
        passOn(RECORD_TYPE_INCOMING, packet, client, node, Way.FORWARDED);
        return;
      }
    }
    super.processDatagram(packet, router);
  }

  private void passOn(
      byte direction,
      DatagramPacket packet,
      InetSocketAddress client,
      InetSocketAddress node,
      Way way) {
    byte[] address = client.getAddress().getAddress();
    int headerLength = CLUSTER_ADDRESS_OFFSET + address.length + getClusterMacLength();
    byte[] passed = new byte[headerLength + packet.getLength()];
    passed[CLUSTER_RECORD_TYPE_OFFSET] = direction;
    passed[CLUSTER_PORT_OFFSET] = (byte) client.getPort();
    passed[CLUSTER_PORT_OFFSET + 1] = (byte) (client.getPort() >> 8);
    passed[CLUSTER_ADDRESS_LENGTH_OFFSET] = (byte) address.length;
    System.arraycopy(address, 0, passed, CLUSTER_ADDRESS_OFFSET, address.length);
    System.arraycopy(
        packet.getData(), packet.getOffset(), passed, headerLength, packet.getLength());
    try {
      sendDatagramToClusterNetwork(new DatagramPacket(passed, passed.length, node));
      counts.passedOn(way);
    } catch (IOException _) {
      counts.passedOn(Way.LOST);
    }
  }

  /// Scandium takes only what is as long as a handshake's message; alerts and the change of the
  /// cipher are shorter, and some clients send them alone.
  @Override
  protected boolean ensureLength(Byte type, DatagramPacket packet) {
    int length = packet.getLength();
    if (length <= CLUSTER_ADDRESS_OFFSET) {
      return false;
    }
    int addressLength = packet.getData()[packet.getOffset() + CLUSTER_ADDRESS_LENGTH_OFFSET] & 0xff;
    return (addressLength == MIN_ADDRESS_LENGTH || addressLength == MAX_ADDRESS_LENGTH)
        && length > CLUSTER_ADDRESS_OFFSET + addressLength + getClusterMacLength();
  }

  @Override
  protected void processRecords(
      List<Record> records, InetSocketAddress peer, @Nullable InetSocketAddress router) {
    if (router == null) {
      routes.remove(peer);
    } else if (records.getFirst().getConnectionId() == null) {
      routes.put(peer, router);
    }
    super.processRecords(records, peer, router);
  }

  @Override
  public void send(RawData message) {
    sessions.send(message, super::send);
  }

  @Override
  protected void sendNextDatagramOverNetwork(DatagramPacket packet) throws IOException {
    InetSocketAddress client = (InetSocketAddress) packet.getSocketAddress();
    @Nullable InetSocketAddress router = routes.get(client);
    if (router == null) {
      super.sendNextDatagramOverNetwork(packet);
    } else {
      passOn(RECORD_TYPE_OUTGOING, packet, client, router, Way.RETURNED);
    }
  }
}
