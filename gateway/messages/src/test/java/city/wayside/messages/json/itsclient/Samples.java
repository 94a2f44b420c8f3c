package city.wayside.messages.json.itsclient;

import java.util.List;

/// One message of each kind and version, written by hand from its schema.
final class Samples {

  /// A message of some version.
  record Sample(Dialect dialect, String version, String json) {
    @Override
    public String toString() {
      return dialect.kind().word() + " " + version;
    }
  }

  /// 2025-06-01T12:00:00Z; the messages were made 20 ms before it.
  static final long TIMESTAMP_MS = 1_748_779_200_000L;

  private Samples() {}

  /// Every version of every kind.
  static List<Sample> all() {
    return java.util.Arrays.stream(Dialect.values())
        .flatMap(dialect ->
            dialect.versions().stream()
                .map(version -> new Sample(dialect, version, json(dialect, version))))
        .toList();
  }

  /// The message of the newest version of a kind.
  static String newest(Dialect dialect) {
    return json(dialect, dialect.versions().getLast());
  }

  /// An envelope of a version around a message.
  static String envelope(Dialect dialect, String version, String message) {
    String word = dialect.kind().word();
    String head =
        version.startsWith("1.")
            ? "\"type\":\"" + word + "\",\"origin\":\"self\""
            : "\"message_type\":\"" + word + "\"";
    if (dialect == Dialect.SPATEM || dialect == Dialect.MAPEM) {
      head += ",\"origin\":\"self\"";
    }
    return "{%s,\"source_uuid\":\"car_7\",\"timestamp\":%d,\"version\":\"%s\",\"message\":%s}"
        .formatted(head, TIMESTAMP_MS, version, message);
  }

  private static String json(Dialect dialect, String version) {
    String message =
        switch (dialect) {
          case CAM -> cam(version);
          case DENM -> denm(version);
          case CPM -> cpm(version);
          case SPATEM -> SPATEM;
          case MAPEM -> MAPEM;
          case SREM -> SREM;
          case SSEM -> SSEM;
        };
    return envelope(dialect, version, message);
  }

  private static boolean isBefore(String version, String other) {
    return version.compareTo(other) < 0;
  }

  private static String cam(String version) {
    String head =
        "{\"protocol_version\":2,\"station_id\":4711,\"generation_delta_time\":"
            + DELTA
            + ",\"basic_container\":{\"station_type\":6,";
    if (isBefore(version, "2.1.0")) {
      return head
          + "\"reference_position\":{\"latitude\":525163000,\"longitude\":133777000,"
          + "\"altitude\":800001},"
          + "\"confidence\":{\"position_confidence_ellipse\":{\"semi_major_confidence\":250,"
          + "\"semi_minor_confidence\":100,\"semi_major_orientation\":0}}},"
          + "\"high_frequency_container\":{\"heading\":925,\"speed\":1390}}";
    }
    String ending = isBefore(version, "2.2.0") ? "_confidence" : "";
    return head
        + "\"reference_position\":{\"latitude\":525163000,\"longitude\":133777000,"
        + "\"altitude\":{\"value\":800001,\"confidence\":15},"
        + "\"position_confidence_ellipse\":{\"semi_major%s\":250,\"semi_minor%s\":100,"
            .formatted(ending, ending)
        + "\"semi_major_orientation\":0}}},"
        + "\"high_frequency_container\":{\"basic_vehicle_container_high_frequency\":{"
        + "\"heading\":{\"value\":925,\"confidence\":10},"
        + "\"speed\":{\"value\":1390,\"confidence\":5},\"drive_direction\":0,"
        + "\"vehicle_length\":{\"value\":120,\"confidence\":0},\"vehicle_width\":25,"
        + "\"longitudinal_acceleration\":{\"value\":161,\"confidence\":102},"
        + "\"curvature\":{\"value\":1023,\"confidence\":7},\"curvature_calculation_mode\":2,"
        + "\"yaw_rate\":{\"value\":32767,\"confidence\":8}}}}";
  }

  private static String denm(String version) {
    boolean isLong = isBefore(version, "2.2.0");
    String container = isLong ? "_container" : "";
    String ellipse =
        isLong
            ? "{\"semi_major_confidence\":250,\"semi_minor_confidence\":100,"
                + "\"semi_major_orientation\":0}"
            : "{\"semi_major\":250,\"semi_minor\":100,\"semi_major_orientation\":0}";
    String position = "\"latitude\":525163000,\"longitude\":133777000";
    String inside = "";
    String beside = "";
    if (isBefore(version, "2.1.0")) {
      inside = ",\"altitude\":800001";
      beside = ",\"confidence\":{\"position_confidence_ellipse\":" + ellipse + "}";
    } else if (isLong) {
      inside =
          ",\"altitude\":800001,\"confidence\":{\"position_confidence_ellipse\":" + ellipse + "}";
    } else {
      inside =
          ",\"altitude\":{\"value\":800001,\"confidence\":15},\"position_confidence_ellipse\":"
              + ellipse;
    }
    return "{\"protocol_version\":2,\"station_id\":4711,\"management%s\":{".formatted(container)
        + "\"action_id\":{\"originating_station_id\":99,\"sequence_number\":3},"
        + "\"detection_time\":%d,\"reference_time\":%d,\"termination\":0,"
            .formatted(REFERENCE_ITS - 60_000, REFERENCE_ITS)
        + "\"event_position\":{"
        + position
        + inside
        + "}"
        + beside
        + ",\"%s\":3,\"%s\":1,"
            .formatted(
                isBefore(version, "2.1.0") ? "relevance_distance" : "awareness_distance",
                isLong ? "relevance_traffic_direction" : "traffic_direction")
        + "\"validity_duration\":300,\"station_type\":15},"
        + "\"situation%s\":{\"information_quality\":5,".formatted(container)
        + "\"event_type\":{\"cause\":94,\"subcause\":2}"
        + (isBefore(version, "2.1.0")
            ? ""
            : ",\"event_zone\":[{\"event_position\":" + STEP + ",\"information_quality\":5}]")
        + "},\"location%s\":{%s}}".formatted(container, denmLocation(version));
  }

  private static String denmLocation(String version) {
    if (isBefore(version, "2.1.0")) {
      return "\"event_speed\":0,\"event_position_heading\":925,"
          + "\"traces\":[{\"path_history\":[{\"path_position\":"
          + STEP
          + "},{\"path_position\":"
          + STEP
          + "}]}]";
    }
    // The schema of 2.1.0 still asks for the old name beside the new one.
    return (isBefore(version, "2.2.0")
            ? "\"traces\":[],\"event_speed\":{\"speed_value\":0,\"speed_confidence\":127},"
            : "\"event_speed\":{\"value\":0,\"confidence\":127},")
        + "\"event_position_heading\":{\"value\":925,\"confidence\":127},"
        + "\"detection_zones_to_event_position\":[{\"path\":[{\"path_position\":"
        + STEP
        + "},{\"path_position\":"
        + STEP
        + "}]}]";
  }

  /// A bus 100 m ahead (north) of a sender that drives north at 10 m/s.
  private static String cpm(String version) {
    boolean isRelease2 = !isBefore(version, "2.1.0");
    if (isRelease2) {
      return "{\"protocol_version\":2,\"station_id\":4711,\"management_container\":{"
          + "\"reference_time\":"
          + REFERENCE_ITS
          + ",\"reference_position\":{"
          + "\"latitude\":525163000,\"longitude\":133777000,"
          + "\"altitude\":{\"value\":800001,\"confidence\":15},"
          + "\"position_confidence_ellipse\":{\"semi_major\":250,\"semi_minor\":100,"
          + "\"semi_major_orientation\":0}}},"
          + "\"perceived_object_container\":[{\"object_id\":17,\"measurement_delta_time\":-100,"
          + "\"position\":{\"x_coordinate\":{\"value\":0,\"confidence\":50},"
          + "\"y_coordinate\":{\"value\":10000,\"confidence\":50}},"
          + "\"velocity\":{\"cartesian_velocity\":{\"x_velocity\":{\"value\":0,"
          + "\"confidence\":127},\"y_velocity\":{\"value\":1200,\"confidence\":127}}},"
          + "\"classification\":[{\"object_class\":{\"vehicle\":6},\"confidence\":90}]}]}";
    }
    String head =
        "{\"protocol_version\":1,\"station_id\":4711,"
            + (isBefore(version, "1.1.0") ? "\"message_id\":14," : "")
            + "\"generation_delta_time\":"
            + DELTA
            + ",\"management_container\":{"
            + "\"station_type\":5,\"reference_position\":{\"latitude\":525163000,"
            + "\"longitude\":133777000,\"altitude\":800001},\"confidence\":{"
            + "\"position_confidence_ellipse\":{\"semi_major_confidence\":250,"
            + "\"semi_minor_confidence\":100,\"semi_major_orientation\":0},\"altitude\":15}},"
            + "\"station_data_container\":{\"originating_vehicle_container\":{\"heading\":0,"
            + "\"speed\":1000,\"drive_direction\":0,\"confidence\":{\"heading\":10,"
            + "\"speed\":5}}},\"perceived_object_container\":[{\"object_id\":17,"
            + "\"time_of_measurement\":-100,";
    if (isBefore(version, "1.1.0")) {
      return head
          + "\"object_confidence\":90,\"distance\":{\"x_distance\":10000,\"y_distance\":0},"
          + "\"distance_confidence\":{\"x_distance\":50,\"y_distance\":50},"
          + "\"speed\":{\"x_speed\":200,\"y_speed\":0},"
          + "\"speed_confidence\":{\"x_speed\":127,\"y_speed\":127},\"object_ref_point\":0}],"
          + "\"number_of_perceived_objects\":1}";
    }
    return head
        + "\"x_distance\":10000,\"y_distance\":0,\"x_speed\":200,\"y_speed\":0,"
        + "\"object_age\":1500,\"confidence\":{\"x_distance\":50,\"y_distance\":50,"
        + "\"x_speed\":5,\"y_speed\":5,\"object\":10},"
        + "\"classification\":[{\"object_class\":{\"vehicle\":2},\"confidence\":90}]}]}";
  }

  /// The GenerationDeltaTime of 2025-06-01T11:59:59.980Z: 675,864,004,980 modulo 65,536.
  private static final int DELTA = 18_804;

  /// The TimestampIts of the same: milliseconds since 2004 and 5 leap seconds.
  private static final long REFERENCE_ITS = 675_864_004_980L;

  private static final String STEP =
      "{\"delta_latitude\":1000,\"delta_longitude\":-2000,\"delta_altitude\":12800}";

  /// Minute 218,160 of 2025 is 1 June 12:00; marks 100 and 36,001 are 12:00:10 and unknown.
  private static final String SPATEM =
      "{\"protocol_version\":2,\"station_id\":4711,\"intersections\":[{"
          + "\"id\":{\"region\":751,\"id\":1654},\"revision\":4,"
          + "\"status\":[\"manualControlIsEnabled\",\"trafficDependentOperation\"],"
          + "\"moy\":218160,\"timestamp\":500,\"states\":[{\"signal_group\":2,"
          + "\"state_time_speed\":[{\"event_state\":6,\"timing\":{\"start_time\":35900,"
          + "\"min_end_time\":100,\"max_end_time\":36000,\"likely_time\":150,"
          + "\"confidence\":7},\"speeds\":[{\"type\":3,\"speed\":50},{\"type\":1,"
          + "\"speed\":139}]},{\"event_state\":3}]}]}]}";

  private static final String MAPEM =
      "{\"protocol_version\":2,\"station_id\":4711,\"msg_issue_revision\":1,"
          + "\"intersections\":[{\"name\":\"Gate\",\"id\":{\"id\":1654},\"revision\":4,"
          + "\"ref_point\":{\"latitude\":525163000,\"longitude\":133777000},\"lane_width\":325,"
          + "\"lane_set\":[{\"lane_id\":1,\"ingress_approach\":3,\"lane_attributes\":{"
          + "\"directional_use\":[\"ingressPath\"],\"shared_with\":[],"
          + "\"lane_type\":{\"vehicle\":[]}},\"node_list\":{\"nodes\":[{\"delta\":{\"node_xy\":{"
          + "\"x\":0,\"y\":-1000}},\"attributes\":{\"d_width\":25}},{\"delta\":{"
          + "\"node_lat_lon\":{\"lat\":525160000,\"lon\":133777000}}}]},\"connects_to\":[{"
          + "\"connecting_lane\":{\"lane\":9},\"signal_group\":2,\"connection_id\":5},{"
          + "\"connecting_lane\":{\"lane\":8},\"remote_intersections\":{\"region\":751,"
          + "\"id\":1655}}]},{\"lane_id\":2,\"egress_approach\":4,\"lane_attributes\":{"
          + "\"directional_use\":[\"egressPath\"],\"shared_with\":[],\"lane_type\":{"
          + "\"bike_lane\":[]}},\"node_list\":{\"computed\":{\"reference_lane_id\":1,"
          + "\"offset_x_axis\":300,\"offset_y_axis\":0}}}]}]}";

  private static final String SREM =
      "{\"protocol_version\":2,\"station_id\":4711,\"timestamp\":218160,\"second\":500,"
          + "\"sequence_number\":9,\"requests\":[{\"request\":{\"id\":{\"region\":751,"
          + "\"id\":1654},\"request_id\":12,\"request_type\":1,\"inbound_lane\":{\"lane\":3,"
          + "\"approach\":0,\"connection\":0},\"outbound_lane\":{\"lane\":0,\"approach\":2,"
          + "\"connection\":0}},\"minute\":218160,\"second\":30000,\"duration\":4000}],"
          + "\"requestor\":{\"id\":4711,\"type\":{\"role\":6,\"request\":14},\"position\":{"
          + "\"position\":{\"latitude\":525163000,\"longitude\":133777000}}}}";

  private static final String SSEM =
      "{\"protocol_version\":2,\"station_id\":4711,\"timestamp\":218160,\"second\":500,"
          + "\"sequence_number\":9,\"status\":[{\"sequence_number\":1,\"id\":{\"region\":751,"
          + "\"id\":1654},\"sig_status\":[{\"requester\":{\"id\":77,\"request\":12,"
          + "\"sequence_number\":9,\"type_data\":{\"role\":6,\"request\":14}},"
          + "\"inbound_on\":{\"lane\":3,\"approach\":0,\"connection\":0},\"minute\":218160,"
          + "\"second\":30000,\"duration\":4000,\"status\":4},{\"inbound_on\":{\"lane\":3,"
          + "\"approach\":0,\"connection\":0},\"status\":1}]}]}";
}
