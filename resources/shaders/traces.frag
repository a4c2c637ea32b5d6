// Lines only, in the colour of their height; the floor itself stays as it is.
uniform vec3 u_curve[7];
uniform vec3 u_contours;
uniform float u_pixel;
uniform float u_opacity;
varying float v_height;
varying vec2 v_place;

void main() {
    float value = u_contours.x * v_height + u_contours.y;
    float change = max(fwidth(value), 1e-6);
    float number = floor(value + 0.5);
    float bold = step(abs(fract(number / u_contours.z + 0.5) - 0.5) * u_contours.z, 0.25);
    float apart = mix(change, change / u_contours.z, bold);
    float cover = clamp(0.5 + u_pixel * mix(0.4, 0.8, bold) - abs(value - number) / change, 0.0, 1.0);
    float at = (number - u_contours.y) / u_contours.x;
    cover *= clamp((0.5 - apart) / 0.26, 0.0, 1.0) * step(0.01, at) * step(at, 0.999);
    if (cover < 0.02 || v_height > 1.0 || max(abs(v_place.x), abs(v_place.y)) > 1.002) discard;
    float t = clamp(v_height, 0.0, 1.0);
    vec3 color = u_curve[6];
    for (int k = 5; k >= 0; k--) color = color * t + u_curve[k];
    gl_FragColor = vec4(color, u_opacity * cover * mix(0.6, 1.0, bold));
}
