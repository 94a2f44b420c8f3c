package city.wayside.edge.endpoint.mqtt.topic;

/// A subscriber with a name and nothing else.
final class Ear implements Subscriber {

  private final String name;
  private int matchPlace;

  Ear(String name) {
    this.name = name;
  }

  @Override
  public int matchPlace() {
    return matchPlace;
  }

  @Override
  public void setMatchPlace(int place) {
    matchPlace = place;
  }

  @Override
  public String toString() {
    return name;
  }
}
