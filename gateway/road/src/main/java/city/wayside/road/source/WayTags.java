package city.wayside.road.source;

/// The tags of an OpenStreetMap way that matter to roads; empty where a tag is missing. Reused from
/// way to way while a file is read.
final class WayTags {

  String highway = "";
  String name = "";
  String oneway = "";
  String junction = "";
  String area = "";
  String service = "";
  String access = "";
  String vehicle = "";
  String motorVehicle = "";
  String bus = "";
  String maxspeed = "";
  String maxspeedForward = "";
  String maxspeedBackward = "";
  String lanes = "";
  String lanesForward = "";
  String lanesBackward = "";
  String layer = "";
  String bridge = "";
  String tunnel = "";

  void clear() {
    highway = "";
    name = "";
    oneway = "";
    junction = "";
    area = "";
    service = "";
    access = "";
    vehicle = "";
    motorVehicle = "";
    bus = "";
    maxspeed = "";
    maxspeedForward = "";
    maxspeedBackward = "";
    lanes = "";
    lanesForward = "";
    lanesBackward = "";
    layer = "";
    bridge = "";
    tunnel = "";
  }

  void set(String key, String value) {
    switch (key) {
      case "highway" -> highway = value;
      case "name" -> name = value;
      case "oneway" -> oneway = value;
      case "junction" -> junction = value;
      case "area" -> area = value;
      case "service" -> service = value;
      case "access" -> access = value;
      case "vehicle" -> vehicle = value;
      case "motor_vehicle" -> motorVehicle = value;
      case "bus", "psv" -> bus = value;
      case "maxspeed" -> maxspeed = value;
      case "maxspeed:forward" -> maxspeedForward = value;
      case "maxspeed:backward" -> maxspeedBackward = value;
      case "lanes" -> lanes = value;
      case "lanes:forward" -> lanesForward = value;
      case "lanes:backward" -> lanesBackward = value;
      case "layer" -> layer = value;
      case "bridge" -> bridge = value;
      case "tunnel" -> tunnel = value;
      default -> {}
    }
  }
}
