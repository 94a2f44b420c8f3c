package city.wayside.town.bench.match;

import city.wayside.model.message.Report;
import city.wayside.road.network.RoadNetwork;
import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.matching.EdgeMatch;
import com.graphhopper.matching.MapMatching;
import com.graphhopper.matching.Observation;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.ev.OSMWayID;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.PMap;
import com.graphhopper.util.shapes.GHPoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// GraphHopper's map matching on a network of OpenStreetMap ways, of which each is a segment.
final class GraphHopperMatcher {

  private static final String PROFILE = "car";

  private final RoadNetwork network;
  private final Map<Long, String> segmentIdOf;
  private final GraphHopper hopper;
  private final IntEncodedValue wayId;
  private final double sigmaM;

  /// @param segmentIdOf segment ids by the ids of ways
  /// @param folder where the imported network is kept
  /// @param sigmaM the standard deviation of positions that it is to assume
  GraphHopperMatcher(
      RoadNetwork network, Path pbf, Map<Long, String> segmentIdOf, Path folder, double sigmaM) {
    this.network = network;
    this.segmentIdOf = segmentIdOf;
    this.sigmaM = sigmaM;
    hopper = new GraphHopper();
    hopper.setOSMFile(pbf.toString());
    hopper.setGraphHopperLocation(folder.toString());
    hopper.setEncodedValuesString("car_access, car_average_speed, road_access, " + OSMWayID.KEY);
    hopper.setProfiles(new Profile(PROFILE).setCustomModel(cars()));
    hopper.setMinNetworkSize(0);
    hopper.importOrLoad();
    wayId = hopper.getEncodingManager().getIntEncodedValue(OSMWayID.KEY);
  }

  /// What its own file car.json says.
  private static CustomModel cars() {
    CustomModel model = new CustomModel();
    model.setDistanceInfluence(90.0);
    model.addToPriority(Statement.If("!car_access", Statement.Op.MULTIPLY, "0"));
    model.addToSpeed(Statement.If("true", Statement.Op.LIMIT, "car_average_speed"));
    return model;
  }

  /// What it takes: the points of a vehicle.
  static List<Observation> observations(List<Report> track) {
    List<Observation> observations = new ArrayList<>(track.size());
    for (Report report : track) {
      observations.add(new Observation(new GHPoint(report.latDeg(), report.lonDeg())));
    }
    return observations;
  }

  /// The edges of one vehicle's way.
  ///
  /// @throws RuntimeException when it finds no way
  List<EdgeMatch> match(List<Observation> track) {
    MapMatching matching =
        MapMatching.fromGraphHopper(hopper, new PMap().putObject("profile", PROFILE));
    matching.setMeasurementErrorSigma(sigmaM);
    return matching.match(track).getEdgeMatches();
  }

  /// The segments that edges belong to.
  Set<Integer> segments(List<EdgeMatch> edges) {
    Set<Integer> segments = new HashSet<>();
    for (EdgeMatch edge : edges) {
      String id = segmentIdOf.get((long) edge.getEdgeState().get(wayId));
      int segment = id == null ? -1 : network.indexOf(id);
      if (segment >= 0) {
        segments.add(segment);
      }
    }
    return segments;
  }
}
