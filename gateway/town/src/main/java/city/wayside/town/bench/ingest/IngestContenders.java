package city.wayside.town.bench.ingest;

import city.wayside.town.bench.server.Contender;
import city.wayside.town.bench.server.MosquittoContender;
import city.wayside.town.bench.server.Peer;
import city.wayside.town.bench.server.StartOptions;
import city.wayside.town.bench.server.WaysideContender;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/// Our server, and Mosquitto where it is wanted and installed.
///
/// @param all in the order in which they take turns, ours first
/// @param missing what is to be said of those that are not there
record IngestContenders(List<Contender> all, List<String> missing) implements AutoCloseable {

  static IngestContenders start(
      Vertx vertx, LongSupplier nanoClock, List<Peer> peers, Map<String, String> given)
      throws IOException, InterruptedException {
    IngestContenders contenders = new IngestContenders(new ArrayList<>(), new ArrayList<>());
    try {
      contenders.all.add(
          WaysideContender.start(new StartOptions(null, VehicleQuotas.lifted(given))));
      if (peers.contains(Peer.MOSQUITTO)) {
        contenders.startMosquitto(vertx, nanoClock);
      }
      return contenders;
    } catch (IOException | InterruptedException | RuntimeException failure) {
      contenders.close();
      throw failure;
    }
  }

  private void startMosquitto(Vertx vertx, LongSupplier nanoClock)
      throws IOException, InterruptedException {
    if (!Peer.MOSQUITTO.isInstalled()) {
      missing.add("mosquitto    is not there; get it: " + Peer.MOSQUITTO.howToGet());
      return;
    }
    MosquittoContender peer = MosquittoContender.start(new StartOptions(null, Map.of()));
    all.add(peer);
    peer.forwardToOne(vertx, nanoClock);
  }

  @Override
  public void close() throws IOException {
    for (Contender contender : all) {
      contender.close();
    }
  }
}
