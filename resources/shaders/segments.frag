uniform vec4 u_color;
uniform float u_radius;
uniform float u_edge;
uniform float u_butt;
uniform vec3 u_old;
uniform float u_thin;
varying vec2 v_local;
varying vec2 v_place;
varying float v_length;
varying float v_age;

void main() {
    if (max(abs(v_place.x), abs(v_place.y)) > u_edge) discard;
    if (u_butt > 0.5 && abs(v_local.x - 0.5 * v_length) > 0.5 * v_length) discard;
    vec2 away = v_local - vec2(clamp(v_local.x, 0.0, v_length), 0.0);
    float radius = u_radius * mix(u_thin, 1.0, v_age);
    float cover = clamp(radius + 0.5 - length(away), 0.0, 1.0);
    if (cover <= 0.0) discard;
    gl_FragColor = vec4(mix(u_old, u_color.rgb, v_age), u_color.a * cover);
}
