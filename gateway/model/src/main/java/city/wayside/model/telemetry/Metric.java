package city.wayside.model.telemetry;

/// Every metric of every process: name, unit, label and one sentence. The table in the operations
/// guide is generated from this list.
public enum Metric {
  EDGE_CONNECTIONS(
      Kind.GAUGE, "wayside.edge.connections", "{connection}", "", "Open client connections."),
  EDGE_MQTT_SOCKETS(
      Kind.GAUGE,
      "wayside.edge.mqtt.sockets",
      "{socket}",
      "",
      "Open sockets of the MQTT ports, whether or not they have come as far as speaking MQTT."),
  EDGE_MQTT_ACCEPTED(
      Kind.COUNTER,
      "wayside.edge.mqtt.accepted",
      "{connection}",
      "",
      "MQTT connections whose CONNACK said welcome."),
  EDGE_MQTT_REFUSED(
      Kind.COUNTER,
      "wayside.edge.mqtt.refused",
      "{connection}",
      "code",
      "MQTT connections that were refused, by reason code or by the gatekeeper's word."),
  EDGE_MQTT_ENDED(
      Kind.COUNTER,
      "wayside.edge.mqtt.ended",
      "{connection}",
      "reason",
      "MQTT connections that have ended, by reason."),
  EDGE_MQTT_VIOLATIONS(
      Kind.COUNTER,
      "wayside.edge.mqtt.violations",
      "{violation}",
      "code",
      "Packets that broke the protocol, by reason code."),
  EDGE_COAP_REQUESTS(
      Kind.COUNTER,
      "wayside.edge.coap.requests",
      "{request}",
      "code",
      "CoAP requests answered, by response code; also those that wanted no answer."),
  EDGE_COAP_DROPPED(
      Kind.COUNTER,
      "wayside.edge.coap.dropped",
      "{datagram}",
      "reason",
      "CoAP datagrams that were dropped, both ways, by reason."),
  EDGE_COAP_PEERS(
      Kind.GAUGE, "wayside.edge.coap.peers", "{client}", "", "CoAP clients that were let in."),
  EDGE_COAP_WAITING(
      Kind.GAUGE,
      "wayside.edge.coap.waiting",
      "{request}",
      "",
      "CoAP requests that wait until the grid has what they brought."),
  EDGE_COAP_OBSERVATIONS(
      Kind.GAUGE,
      "wayside.edge.coap.observations",
      "{observation}",
      "",
      "What CoAP clients observe."),
  EDGE_COAP_OBSERVATIONS_REFUSED(
      Kind.COUNTER,
      "wayside.edge.coap.observations.refused",
      "{observation}",
      "",
      "Requests to observe that were answered once, because there were too many."),
  EDGE_COAP_OBSERVATIONS_ENDED(
      Kind.COUNTER,
      "wayside.edge.coap.observations.ended",
      "{observation}",
      "reason",
      "Observations that have ended, by reason."),
  EDGE_COAP_NOTIFICATIONS(
      Kind.COUNTER,
      "wayside.edge.coap.notifications",
      "{notification}",
      "type",
      "Notifications sent to CoAP clients that observe, confirmable or not."),
  EDGE_DTLS_SESSIONS(
      Kind.GAUGE,
      "wayside.edge.dtls.sessions",
      "{session}",
      "",
      "DTLS sessions that are kept, handshakes under way included."),
  EDGE_DTLS_HANDSHAKES(
      Kind.COUNTER,
      "wayside.edge.dtls.handshakes",
      "{handshake}",
      "outcome",
      "DTLS handshakes by what became of them; greeted are first messages, whose sender is asked to"
          + " show that it is where it says."),
  EDGE_DTLS_DROPPED(
      Kind.COUNTER,
      "wayside.edge.dtls.dropped",
      "{datagram}",
      "what",
      "Datagrams that were no DTLS or not let in, and records that were repeated, forged or of no"
          + " session."),
  EDGE_DTLS_PASSED_ON(
      Kind.COUNTER,
      "wayside.edge.dtls.passed_on",
      "{record}",
      "way",
      "DTLS records that went through another edge node, by the way that they went."),
  EDGE_DTLS_HANDED_OVER(
      Kind.COUNTER,
      "wayside.edge.dtls.handed_over",
      "{session}",
      "way",
      "DTLS sessions that were left for the next process, and taken over from the one before."),
  EDGE_DTLS_NODES(
      Kind.GAUGE,
      "wayside.edge.dtls.nodes",
      "{node}",
      "",
      "Other edge nodes that are there, so that DTLS records may be passed on to them."),
  EDGE_DOWNLINK_SENT(
      Kind.COUNTER,
      "wayside.edge.downlink.sent",
      "{message}",
      "",
      "Messages sent or queued to subscribed clients."),
  EDGE_DOWNLINK_MISSED(
      Kind.COUNTER,
      "wayside.edge.downlink.missed",
      "{message}",
      "",
      "Times that a returning client missed what the log no longer holds."),
  EDGE_LOGINS_ADMITTED(
      Kind.COUNTER,
      "wayside.edge.logins.admitted",
      "{login}",
      "method",
      "Clients that were let in, by method."),
  EDGE_LOGINS_DENIED(
      Kind.COUNTER,
      "wayside.edge.logins.denied",
      "{login}",
      "code",
      "Clients that were not let in, by code."),
  EDGE_LOGINS_WITHDRAWN(
      Kind.COUNTER,
      "wayside.edge.logins.withdrawn",
      "{login}",
      "code",
      "Connected clients that had to go, by code."),
  EDGE_MESSAGES_RECEIVED(
      Kind.COUNTER,
      "wayside.edge.messages.received",
      "{message}",
      "type",
      "Messages that reached an endpoint."),
  EDGE_MESSAGES_ADMITTED(
      Kind.COUNTER,
      "wayside.edge.messages.admitted",
      "{message}",
      "type",
      "Messages that passed admission."),
  EDGE_MESSAGES_REFUSED(
      Kind.COUNTER,
      "wayside.edge.messages.refused",
      "{message}",
      "code",
      "Messages refused, by code."),
  EDGE_MESSAGES_THINNED(
      Kind.COUNTER,
      "wayside.edge.messages.thinned",
      "{message}",
      "beacon",
      "Beacons left out under load, by type and quality of service, as in cam-qos0."),
  EDGE_MESSAGES_STORED(
      Kind.COUNTER,
      "wayside.edge.messages.stored",
      "{message}",
      "",
      "Admitted messages whose batch the grid has."),
  EDGE_REPORTS_OFF_ROAD(
      Kind.COUNTER,
      "wayside.edge.reports.off_road",
      "{report}",
      "",
      "Admitted reports of vehicles that are on no road."),
  EDGE_HAZARDS_ADMITTED(
      Kind.COUNTER,
      "wayside.edge.hazards.admitted",
      "{event}",
      "type",
      "Hazards and other events on the road that were admitted; one message may tell several."),
  EDGE_DETECTIONS(
      Kind.COUNTER,
      "wayside.edge.detections",
      "{event}",
      "what",
      "Events found in traffic, by what was found."),
  EDGE_DETECTIONS_OPEN(
      Kind.GAUGE,
      "wayside.edge.detections.open",
      "{event}",
      "",
      "Events found in traffic that last."),
  EDGE_DETECTION_SLOW(
      Kind.GAUGE,
      "wayside.edge.detection.slow",
      "{vehicle}",
      "",
      "Vehicles that are looked at because they hardly move."),
  EDGE_DETECTION_DROPPED(
      Kind.COUNTER,
      "wayside.edge.detection.dropped",
      "{item}",
      "what",
      "What vehicles showed, and events found, that there was no room for."),
  EDGE_PRESSURE_LEVEL(
      Kind.GAUGE,
      "wayside.edge.pressure.level",
      "1",
      "",
      "How much is shed: 0 for nothing, 4 for the most."),
  EDGE_SOCKETS_PAUSED(
      Kind.GAUGE,
      "wayside.edge.sockets.paused",
      "{connection}",
      "",
      "Connections that are not read because the grid takes nothing."),
  EDGE_CLIENTS(
      Kind.GAUGE, "wayside.edge.clients", "{client}", "", "Clients whose figures are kept."),
  EDGE_STATIONS(
      Kind.GAUGE,
      "wayside.edge.stations",
      "{station}",
      "",
      "Stations whose trajectory is remembered."),
  EDGE_HANDOVERS(
      Kind.COUNTER,
      "wayside.edge.handovers",
      "{station}",
      "outcome",
      "Stations new to this edge node, by what came of looking for their trajectory in the grid."),
  EDGE_HANDOVER_WAITING(
      Kind.GAUGE,
      "wayside.edge.handovers.waiting",
      "{message}",
      "",
      "First messages that wait until it is known where their stations were."),
  EDGE_UPLINK_PENDING(
      Kind.GAUGE, "wayside.edge.uplink.pending", "{message}", "", "Messages waiting for the grid."),
  EDGE_UPLINK_BATCH(
      Kind.HISTOGRAM,
      "wayside.edge.uplink.batch",
      "{message}",
      "",
      "Messages in a batch to the grid."),
  EDGE_UPLINK_LATENCY(
      Kind.HISTOGRAM,
      "wayside.edge.uplink.latency",
      "s",
      "",
      "Time from sending a batch until the grid has it."),
  EDGE_UPLINK_FAILURES(
      Kind.COUNTER,
      "wayside.edge.uplink.failures",
      "{batch}",
      "",
      "Batches that had to be sent again."),
  GRID_STATIONS(Kind.GAUGE, "wayside.grid.stations", "{station}", "", "Live stations."),
  GRID_TALLIES(Kind.GAUGE, "wayside.grid.tallies", "{tally}", "", "Segment tallies that are kept."),
  GRID_EVENTS(Kind.GAUGE, "wayside.grid.events", "{event}", "", "Events that are kept."),
  GRID_SESSIONS(Kind.GAUGE, "wayside.grid.sessions", "{session}", "", "Sessions that are kept."),
  GRID_RETAINED(
      Kind.GAUGE, "wayside.grid.retained", "{message}", "", "Retained messages that are kept."),
  GRID_DOWNLINK(
      Kind.GAUGE,
      "wayside.grid.downlink",
      "{item}",
      "",
      "Items in the log of what goes down to clients."),
  GRID_DOWNLINK_PASSED_OVER(
      Kind.COUNTER,
      "wayside.grid.downlink.passed_over",
      "{item}",
      "",
      "Items of the log that were gone when this process came to read them."),
  ROLLUP_WINDOWS(Kind.COUNTER, "wayside.rollup.windows", "{window}", "length", "Windows closed."),
  ROLLUP_SEGMENTS(
      Kind.COUNTER, "wayside.rollup.segments", "{record}", "length", "Segment records published."),
  ROLLUP_REVISIONS(
      Kind.COUNTER,
      "wayside.rollup.revisions",
      "{record}",
      "length",
      "Segment records revised by late reports."),
  ROLLUP_LAG(
      Kind.GAUGE,
      "wayside.rollup.lag",
      "s",
      "",
      "Age of the end of the newest closed one-minute window."),
  ROLLUP_DURATION(
      Kind.HISTOGRAM, "wayside.rollup.duration", "s", "", "Time that one roll-up pass took."),
  HTTP_REQUESTS(
      Kind.COUNTER, "wayside.http.requests", "{request}", "status", "HTTP requests answered."),
  HTTP_STREAMS(
      Kind.GAUGE, "wayside.http.streams", "{stream}", "", "Open server-sent event streams."),
  FEED_DOCUMENTS(
      Kind.COUNTER, "wayside.feed.documents", "{document}", "feed", "Feed documents delivered."),
  FEED_RECORDS(
      Kind.COUNTER,
      "wayside.feed.records",
      "{record}",
      "feed",
      "Segment records mapped into a feed."),
  FEED_SUPPRESSED(
      Kind.COUNTER,
      "wayside.feed.suppressed",
      "{record}",
      "feed",
      "Segment records held back for privacy."),
  FEED_LAG(Kind.GAUGE, "wayside.feed.lag", "s", "feed", "Age of the newest window in a feed."),
  FEED_FAILURES(
      Kind.COUNTER,
      "wayside.feed.failures",
      "{failure}",
      "feed",
      "Deliveries or mappings that failed.");

  /// How a metric behaves.
  public enum Kind {
    /// Only ever grows.
    COUNTER,
    /// Read when asked for.
    GAUGE,
    /// A distribution.
    HISTOGRAM
  }

  private final Kind kind;
  private final String key;
  private final String unit;
  private final String label;
  private final String sentence;

  Metric(Kind kind, String key, String unit, String label, String sentence) {
    this.kind = kind;
    this.key = key;
    this.unit = unit;
    this.label = label;
    this.sentence = sentence;
  }

  /// How the metric behaves.
  public Kind kind() {
    return kind;
  }

  /// The OpenTelemetry name.
  public String key() {
    return key;
  }

  /// The unit in UCUM.
  public String unit() {
    return unit;
  }

  /// The name of the one label, or empty when there is none.
  public String label() {
    return label;
  }

  /// What it counts, in one sentence.
  public String sentence() {
    return sentence;
  }
}
