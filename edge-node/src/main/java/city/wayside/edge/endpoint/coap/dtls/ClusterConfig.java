package city.wayside.edge.endpoint.coap.dtls;

import city.wayside.model.config.Secret;
import city.wayside.model.config.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Several edge nodes behind one address: each passes records on to the node whose session they
/// belong to.
///
/// @param isEnabled whether there are several
/// @param nodeId which of them this one is; it is the first byte of its connection ids
/// @param host the address at which the other nodes reach this one
/// @param port the port at which they do; 0 for any that is free
/// @param key what all nodes know and nobody else
/// @param peers the other nodes
/// @param balancer what the load balancer in front of the nodes gives to one of them
/// @param helloMs how often the others are told that this one is there
public record ClusterConfig(
    @Setting(value = "Whether several edge nodes share one address for DTLS.", otherwise = "false")
        boolean isEnabled,
    @Setting(
            value =
                "Which of the nodes this one is; no other may have the same number at the same"
                    + " time.",
            otherwise = "0",
            min = 0,
            max = 255)
        int nodeId,
    @Setting(
            value = "The address at which the other nodes reach this one; one that they all see.",
            otherwise = "127.0.0.1")
        String host,
    @Setting(
            value = "The UDP port at which the other nodes reach this one; 0 for any that is free.",
            otherwise = "5884",
            min = 0,
            max = 65_535)
        int port,
    @Setting("What all nodes know and nobody else: 32 characters or more.") @Nullable Secret key,
    @Setting(
            value =
                "The other nodes as host:port; names are looked up again and again, this node"
                    + " itself may be among them.",
            otherwise = "")
        List<String> peers,
    @Setting(
            value =
                "What the load balancer gives to one node: BY_FLOW, all datagrams from one address"
                    + " for as long as they come; BY_DATAGRAM, any to any, which costs most records"
                    + " a way through another node.",
            otherwise = "BY_FLOW")
        Balancer balancer,
    @Setting(
            value =
                "Every so many milliseconds the other nodes are told that this one is there; one"
                    + " that was not heard for three times as long gets no new handshakes.",
            otherwise = "2000",
            min = 50,
            max = 60_000)
        int helloMs) {

  /// What a load balancer gives to one node.
  public enum Balancer {
    /// All datagrams from one address: a session stays where its handshake came.
    BY_FLOW,
    /// Any datagram: a handshake belongs to the node that its client's address belongs to.
    BY_DATAGRAM
  }

  /// The documented defaults.
  public static ClusterConfig defaults() {
    return new ClusterConfig(false, 0, "127.0.0.1", 5884, null, List.of(), Balancer.BY_FLOW, 2_000);
  }
}
